namespace ArrFunctions.Jobs.Schedules;

/// <summary>Runs every schedule that removes what is over, one after the other, for a person who wants room now.</summary>
internal sealed class CleanUpRun(ScheduleRun run)
{
    /// <summary>Those that it runs, in their order.</summary>
    public IEnumerable<Schedule> Schedules => run.All.Where(static schedule => schedule.IsCleanUp);

    /// <summary>One that fails does not keep the others from running.</summary>
    /// <param name="actor">Who asked for it.</param>
    public async Task<CleanUpReport> RunAsync(string actor, CancellationToken cancellationToken)
    {
        var results = new List<CleanUpResult>();
        foreach (var schedule in Schedules)
        {
            results.Add(await run.RunAsync(schedule.Name, actor, cancellationToken) switch
            {
                ScheduleRunOutcome.Ran ran => new(schedule.Name, CleanUpOutcome.Ran, ran.Outcome),
                ScheduleRunOutcome.Failed failed => new(schedule.Name, CleanUpOutcome.Failed, failed.Reason),
                _ => new(schedule.Name, CleanUpOutcome.Running, "it runs already, and does not run twice at once"),
            });
        }

        return new(results);
    }
}
