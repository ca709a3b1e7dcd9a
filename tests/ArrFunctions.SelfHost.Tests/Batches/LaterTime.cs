namespace ArrFunctions.SelfHost.Tests.Batches;

/// <summary>The system's clock, ahead by as much as is set.</summary>
internal sealed class LaterTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
