using ArrFunctions.Ops.Events;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>Switches a schedule on and off; stored, so it holds on both hosts and over a restart.</summary>
internal sealed class ScheduleSwitch(ScheduleStore store, TimeProvider clock)
{
    public Task SetAsync(Schedule schedule, bool isEnabled, string actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var told = new EventRecord
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = isEnabled ? "schedule.enabled" : "schedule.disabled",
            Subject = $"schedule:{schedule.Name}",
            Actor = actor,
            Message = $"The schedule {schedule.Name} is switched {(isEnabled ? "on" : "off")}",
        };
        return store.ChangeAsync(
            schedule.Name, state => state.IsEnabled == isEnabled ? null : state with { IsEnabled = isEnabled }, told, cancellationToken);
    }
}
