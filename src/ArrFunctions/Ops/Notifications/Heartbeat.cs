namespace ArrFunctions.Ops.Notifications;

/// <summary>A sign of life.</summary>
/// <param name="IsUp">Whether all is well; a target is told of what is not, too.</param>
/// <param name="Text">One line. Never a secret.</param>
/// <param name="Took">How long the run, or the look, took.</param>
internal sealed record Heartbeat(bool IsUp, string Text, TimeSpan Took)
{
    /// <summary>A run begins; how it went is told with another one. Kinds that know no beginning leave it out.</summary>
    public bool IsStart { get; init; }
}
