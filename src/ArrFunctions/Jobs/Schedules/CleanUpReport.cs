namespace ArrFunctions.Jobs.Schedules;

/// <summary>What <c>POST maintenance/cleanup</c> answers.</summary>
internal sealed record CleanUpReport(IReadOnlyList<CleanUpResult> Results);

/// <param name="Schedule">Name of the timer.</param>
/// <param name="Outcome">What came of the wish to run it.</param>
/// <param name="Text">What was removed, or why nothing was.</param>
internal sealed record CleanUpResult(string Schedule, CleanUpOutcome Outcome, string Text);

/// <summary>What came of one clean-up.</summary>
internal enum CleanUpOutcome
{
    Ran,
    Failed,

    /// <summary>It was running already.</summary>
    Running,
}
