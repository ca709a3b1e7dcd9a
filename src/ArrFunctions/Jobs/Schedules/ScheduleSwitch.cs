namespace ArrFunctions.Jobs.Schedules;

/// <summary>Switches a schedule on and off; stored, so it holds on both hosts and over a restart.</summary>
internal sealed class ScheduleSwitch(ScheduleStore store, TimeProvider clock)
{
    public Task SetAsync(Schedule schedule, bool isEnabled, string actor, CancellationToken cancellationToken) => store.ChangeAsync(
        schedule.Name,
        state => state.IsEnabled == isEnabled ? null : state with { IsEnabled = isEnabled },
        (_, _) => [ScheduleEvents.OfSwitch(schedule, isEnabled, actor, clock.GetUtcNow())],
        cancellationToken);
}
