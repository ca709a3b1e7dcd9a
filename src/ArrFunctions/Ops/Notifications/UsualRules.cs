using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>The rules that hold where none are configured: what needs a person now, what is good to know once a day, and nothing else.</summary>
internal static class UsualRules
{
    public static IReadOnlyList<NotificationRule> All { get; } =
    [
        new()
        {
            Events =
            [
                "job.failed", "job.poisoned", "batch.failed", "batch.partlyFailed", "batch.skipped", "indexer.disabled", "indexer.enabled", "outage.", "schedule.unhealthy", "schedule.recovered",
                "instance.silent", "instance.answers", "manualInteraction.", "backup.failed", "state.salvaged", "config.refused", "access.refused", "notification.",
            ],
        },
        new() { Events = ["health."], Severity = EventSeverity.Error },
        new() { Events = ["health.restored"], Before = "error" },
        new() { Events = ["batch.succeeded"], Actor = "schedule:library-export" },
        new()
        {
            Events = ["job.succeeded", "batch.succeeded", "library.", "indexer.proposed", "indexer.added", "application.", "state.migrated", "backup.made"],
            When = NotificationTime.Digest,
        },
        new() { Severity = EventSeverity.Warning, When = NotificationTime.Digest },
    ];
}
