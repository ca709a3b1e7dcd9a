namespace ArrFunctions.Jobs.Schedules;

/// <summary>What came of the wish to run a schedule.</summary>
internal abstract record ScheduleRunOutcome
{
    private ScheduleRunOutcome()
    {
    }

    public sealed record Ran(string Outcome) : ScheduleRunOutcome;

    public sealed record Failed(string Reason) : ScheduleRunOutcome;

    /// <summary>A tick of its timer found nothing to do.</summary>
    public sealed record NotDue : ScheduleRunOutcome;

    /// <param name="Reason">"waits for x, which failed: ...".</param>
    public sealed record HeldBack(string Reason) : ScheduleRunOutcome;

    public sealed record Disabled : ScheduleRunOutcome;

    public sealed record AlreadyRunning : ScheduleRunOutcome;
}
