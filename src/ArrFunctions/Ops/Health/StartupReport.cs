namespace ArrFunctions.Ops.Health;

/// <summary>How far the start is.</summary>
/// <param name="IsReady">Every step is done.</param>
internal sealed record StartupReport(bool IsReady, DateTimeOffset Begun, IReadOnlyList<StartupStep> Steps);

/// <param name="Milliseconds">How long it took; null before its end.</param>
/// <param name="Result">What was done, or why it was not.</param>
internal sealed record StartupStep(string Name, StartupOutcome Outcome, DateTimeOffset? Begun, double? Milliseconds, string? Result);

/// <summary>How a step of the start stands.</summary>
internal enum StartupOutcome
{
    Waiting,
    Running,
    Done,
    Failed,
}
