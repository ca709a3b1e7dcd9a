namespace ArrFunctions.Jobs.Schedules;

/// <summary>How the schedules stand.</summary>
internal sealed class ScheduleReport(ScheduleRun run, ScheduleStore store, TimeProvider clock)
{
    public async Task<ScheduleList> AllAsync(CancellationToken cancellationToken)
    {
        var views = new List<ScheduleView>();
        foreach (var schedule in run.All)
        {
            views.Add(await OfAsync(schedule, cancellationToken));
        }

        return new(views);
    }

    public async Task<ScheduleView> OfAsync(Schedule schedule, CancellationToken cancellationToken) =>
        ScheduleView.Of(schedule, await store.FindAsync(schedule.Name, cancellationToken), clock.GetUtcNow());
}
