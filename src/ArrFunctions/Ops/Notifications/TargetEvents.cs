using System.Globalization;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What is told of a target: when it counts as out of order, and when it works again.</summary>
internal static class TargetEvents
{
    /// <summary>Null where neither is the case.</summary>
    public static EventRecord? Of(NotificationTarget target, TargetState before, TargetState after, DateTimeOffset now) => (before.OutSince, after.OutSince) switch
    {
        (null, not null) => New(target, "notification.failed", EventSeverity.Error, now, string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name} counts as out of order after {after.Failures} failure{(after.Failures == 1 ? "" : "s")} in a row: {after.LastTrouble} What it has to be told is kept, the newest {NotificationStore.MostWaiting}.")),
        ({ } since, null) => New(target, "notification.recovered", EventSeverity.Information, now, string.Create(
            CultureInfo.InvariantCulture, $"{target.Name} takes notifications again, after {Math.Max(1, (now - since).TotalMinutes):0} minutes.")),
        _ => null,
    };

    private static EventRecord New(NotificationTarget target, string name, EventSeverity severity, DateTimeOffset now, string message) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = name,
        Severity = severity,
        Subject = $"{NotificationPolicy.SubjectPrefix}{target.Name}",
        Actor = "notifications",
        Message = message,
    };
}
