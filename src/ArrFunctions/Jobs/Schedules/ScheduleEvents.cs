using ArrFunctions.Ops.Events;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>What is told of a schedule. One that fails for days is told of when that begins, when it counts as unhealthy, and when it is over.</summary>
internal static class ScheduleEvents
{
    /// <param name="schedule">The one that ran.</param>
    /// <param name="before">Its state before the end.</param>
    /// <param name="after">Its state with the end.</param>
    /// <param name="actor">Who made it run; a run that somebody asked for is always told.</param>
    public static IEnumerable<EventRecord> OfEnd(Schedule schedule, ScheduleState before, ScheduleState after, string actor)
    {
        var now = after.LastEnd!.Value;
        var isAskedFor = !string.Equals(actor, schedule.Subject, StringComparison.Ordinal);
        if (after.HasFailed && (isAskedFor || after.ConsecutiveFailures is 1 or ScheduleState.UnhealthyAt))
        {
            yield return Of(schedule, "schedule.failed", EventSeverity.Error, $"failed: {after.LastOutcome}", actor, now);
        }

        if (!after.HasFailed && isAskedFor)
        {
            yield return Of(schedule, "schedule.ran", EventSeverity.Information, $"ran: {after.LastOutcome}", actor, now);
        }

        if (before.IsHealthy && !after.IsHealthy)
        {
            yield return Of(
                schedule, "schedule.unhealthy", EventSeverity.Error, $"failed {after.ConsecutiveFailures} times in a row, at last: {after.LastOutcome}", actor, now);
        }

        if (!before.IsHealthy && after.IsHealthy)
        {
            yield return Of(
                schedule, "schedule.recovered", EventSeverity.Information, $"works again after {before.ConsecutiveFailures} failures in a row", actor, now);
        }
    }

    public static IEnumerable<EventRecord> OfHoldBack(Schedule schedule, ScheduleState before, ScheduleState after) => before.HeldBackSince is null
        ? [Of(schedule, "schedule.heldBack", EventSeverity.Warning, after.LastOutcome!, schedule.Subject, after.HeldBackSince!.Value)]
        : [];

    public static EventRecord OfSwitch(Schedule schedule, bool isEnabled, string actor, DateTimeOffset now) => isEnabled
        ? Of(schedule, "schedule.enabled", EventSeverity.Information, "is switched on", actor, now) with { Before = "disabled", After = "enabled" }
        : Of(schedule, "schedule.disabled", EventSeverity.Information, "is switched off", actor, now) with { Before = "enabled", After = "disabled" };

    private static EventRecord Of(Schedule schedule, string name, EventSeverity severity, string what, string actor, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = name,
        Severity = severity,
        Subject = schedule.Subject,
        Actor = actor,
        Message = $"The schedule {schedule.Name} {what}",
    };
}
