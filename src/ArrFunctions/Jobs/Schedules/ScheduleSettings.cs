using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>The section <c>Schedules</c>.</summary>
internal static class ScheduleSettings
{
    private static readonly Setting<string> DeferredFiles = new(
        "Schedules:DeferredFiles", SettingKinds.Cron, "0 * * * * *", "when files that had to wait are looked at again");

    private static readonly Setting<string> JobSweep = new(
        "Schedules:JobSweep", SettingKinds.Cron, "0 */5 * * * *", "when queued jobs without a message are sent again");

    private static readonly Setting<string> EventLog = new(
        "Schedules:EventLog", SettingKinds.Cron, "30 * * * * *", "when events are moved to the log that were not moved as they came");

    private static readonly Setting<string> EventCleanup = new(
        "Schedules:EventCleanup", SettingKinds.Cron, "0 40 4 * * *", "when events, webhooks, searches and sessions are removed whose time is over");

    private static readonly Setting<string> KeptOriginals = new(
        "Schedules:KeptOriginals", SettingKinds.Cron, "0 40 * * * *", "when originals of rewritten files are deleted whose time is over");

    private static readonly Setting<string> CacheCleanup = new(
        "Schedules:CacheCleanup", SettingKinds.Cron, "0 30 3 * * *", "when answers of TMDB that are too old to be used are removed");

    private static readonly Setting<string> Reconciliation = new(
        "Schedules:Reconciliation", SettingKinds.Cron, "0 7,37 * * * *", "when the histories of Sonarr and Radarr are searched for imports that no webhook told of");

    private static readonly Setting<string> ScheduledBatches = new(
        "Schedules:ScheduledBatches", SettingKinds.Cron, "0 * * * * *", "when it is looked whether a batch of `Batches:Scheduled` is due");

    private static readonly Setting<string> JobCleanup = new(
        "Schedules:JobCleanup", SettingKinds.Cron, "0 10 4 * * *", "when jobs and batches are removed whose time is over");

    private static readonly Setting<string> HealthSweep = new(
        "Schedules:HealthSweep", SettingKinds.Cron, "0 */30 * * * *", "when it is found out how the indexers are");

    private static readonly Setting<string> HealSweep = new(
        "Schedules:HealSweep", SettingKinds.Cron, "0 0 */2 * * *", "when indexers that fail for long are switched off, and on again when they work");

    private static readonly Setting<string> ObservationCleanup = new(
        "Schedules:ObservationCleanup", SettingKinds.Cron, "0 50 3 * * *", "when observations of indexers are summed up and removed that are too old");

    private static readonly Setting<string> IndexerDiscovery = new(
        "Schedules:IndexerDiscovery", SettingKinds.Cron, "0 20 4 * * *", "when the lists in `Indexers:Discovery:Sources` are read");

    private static readonly Setting<string> LibraryExport = new(
        "Schedules:LibraryExport", SettingKinds.Cron, "0 30 5 * * *", "when the custom format scores of what changed are exported");

    private static readonly Setting<string> LibrarySearch = new(
        "Schedules:LibrarySearch", SettingKinds.Cron, "0 */30 * * * *", "when an upgrade is searched for, where `Library:Search:Enabled` says so: one each time at most");

    private static readonly Setting<string> Heartbeat = new(
        "Schedules:Heartbeat", SettingKinds.Cron, "0 */5 * * * *", "when healthchecks.io and Uptime Kuma are told how the service is");

    private static readonly Setting<string> Backup = new(
        "Schedules:Backup", SettingKinds.Cron, "0 30 2 * * *", "when a backup is made");

    private static readonly Setting<string> Notifications = new(
        "Schedules:Notifications", SettingKinds.Cron, "0 * * * * *", "when notifications are sent that were not sent as they came");

    private static readonly Setting<string> NotificationDigest = new(
        "Schedules:NotificationDigest", SettingKinds.Cron, "0 0 8 * * *", "when what is told once a day is told");

    public static IReadOnlyList<Setting> All { get; } =
        [DeferredFiles, JobSweep, EventLog, EventCleanup, KeptOriginals, CacheCleanup, Reconciliation, ScheduledBatches, JobCleanup, HealthSweep, HealSweep, ObservationCleanup, IndexerDiscovery, LibraryExport, LibrarySearch, Heartbeat, Backup, Notifications, NotificationDigest];

    /// <summary>As schedules are called: <c>library-export</c> of <c>Schedules:LibraryExport</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. All.Select(static setting => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(setting.Key[(setting.Key.IndexOf(':', StringComparison.Ordinal) + 1)..]))];

    public static ScheduleTimes Read(SettingReader settings) => new()
    {
        DeferredFiles = settings.Get(DeferredFiles),
        JobSweep = settings.Get(JobSweep),
        EventLog = settings.Get(EventLog),
        EventCleanup = settings.Get(EventCleanup),
        KeptOriginals = settings.Get(KeptOriginals),
        CacheCleanup = settings.Get(CacheCleanup),
        Reconciliation = settings.Get(Reconciliation),
        ScheduledBatches = settings.Get(ScheduledBatches),
        JobCleanup = settings.Get(JobCleanup),
        HealthSweep = settings.Get(HealthSweep),
        HealSweep = settings.Get(HealSweep),
        ObservationCleanup = settings.Get(ObservationCleanup),
        IndexerDiscovery = settings.Get(IndexerDiscovery),
        LibraryExport = settings.Get(LibraryExport),
        LibrarySearch = settings.Get(LibrarySearch),
        Heartbeat = settings.Get(Heartbeat),
        Backup = settings.Get(Backup),
        Notifications = settings.Get(Notifications),
        NotificationDigest = settings.Get(NotificationDigest),
    };
}
