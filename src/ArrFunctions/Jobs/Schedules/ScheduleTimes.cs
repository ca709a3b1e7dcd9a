namespace ArrFunctions.Jobs.Schedules;

/// <summary>When the schedules run (section <c>Schedules</c>): six fields, seconds first, in UTC.</summary>
public sealed record ScheduleTimes
{
    /// <summary><c>Schedules:DeferredFiles</c>: looks again at files that had to wait.</summary>
    public string DeferredFiles { get; init; } = "0 * * * * *";

    /// <summary><c>Schedules:JobSweep</c>: sends jobs again whose message was lost.</summary>
    public string JobSweep { get; init; } = "0 */5 * * * *";

    /// <summary><c>Schedules:EventLog</c>: moves events that were left in their outboxes.</summary>
    public string EventLog { get; init; } = "30 * * * * *";

    /// <summary><c>Schedules:EventCleanup</c>: removes events, webhooks, searches and sessions whose time is over.</summary>
    public string EventCleanup { get; init; } = "0 40 4 * * *";

    /// <summary><c>Schedules:KeptOriginals</c>: deletes originals of rewritten files whose time is over.</summary>
    public string KeptOriginals { get; init; } = "0 40 * * * *";

    /// <summary><c>Schedules:CacheCleanup</c>: removes what was kept for too long.</summary>
    public string CacheCleanup { get; init; } = "0 30 3 * * *";

    /// <summary><c>Schedules:Reconciliation</c>: looks for imports that no webhook told of.</summary>
    public string Reconciliation { get; init; } = "0 7,37 * * * *";

    /// <summary><c>Schedules:ScheduledBatches</c>: begins batches whose time has come.</summary>
    public string ScheduledBatches { get; init; } = "0 * * * * *";

    /// <summary><c>Schedules:JobCleanup</c>: removes jobs and batches whose time is over.</summary>
    public string JobCleanup { get; init; } = "0 10 4 * * *";

    /// <summary><c>Schedules:HealthSweep</c>: finds out how the indexers are.</summary>
    public string HealthSweep { get; init; } = "0 */30 * * * *";

    /// <summary><c>Schedules:HealSweep</c>: takes indexers out that fail for long, and brings them back.</summary>
    public string HealSweep { get; init; } = "0 0 */2 * * *";

    /// <summary><c>Schedules:ObservationCleanup</c>: sums up what was seen of indexers long ago.</summary>
    public string ObservationCleanup { get; init; } = "0 50 3 * * *";

    /// <summary><c>Schedules:IndexerDiscovery</c>: looks for new indexers in the configured lists.</summary>
    public string IndexerDiscovery { get; init; } = "0 20 4 * * *";

    /// <summary><c>Schedules:LibraryExport</c>: exports the scores of the libraries.</summary>
    public string LibraryExport { get; init; } = "0 30 5 * * *";

    /// <summary><c>Schedules:LibrarySearch</c>: searches for upgrades.</summary>
    public string LibrarySearch { get; init; } = "0 */30 * * * *";

    /// <summary><c>Schedules:Heartbeat</c>: tells checks and monitors that watch the service how it is.</summary>
    public string Heartbeat { get; init; } = "0 */5 * * * *";

    /// <summary><c>Schedules:Backup</c>: makes a backup.</summary>
    public string Backup { get; init; } = "0 30 2 * * *";

    /// <summary><c>Schedules:Notifications</c>: sends what was not sent as it came.</summary>
    public string Notifications { get; init; } = "0 * * * * *";

    /// <summary><c>Schedules:NotificationDigest</c>: tells what is told once a day.</summary>
    public string NotificationDigest { get; init; } = "0 0 8 * * *";
}
