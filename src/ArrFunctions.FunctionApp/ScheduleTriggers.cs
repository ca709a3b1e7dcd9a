using ArrFunctions.Jobs.Schedules;
using Microsoft.Azure.Functions.Worker;

namespace ArrFunctions.FunctionApp;

/// <summary>One function for each schedule of the product. A tick asks first whether the schedule is switched on.</summary>
internal sealed class ScheduleTriggers(ScheduleRun run)
{
    [Function("DeferredFiles_Timer")]
    public Task DeferredFiles([TimerTrigger("%Schedules:DeferredFiles%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("deferred-files", cancellationToken);

    [Function("JobSweep_Timer")]
    public Task JobSweep([TimerTrigger("%Schedules:JobSweep%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("job-sweep", cancellationToken);

    [Function("EventLog_Timer")]
    public Task EventLog([TimerTrigger("%Schedules:EventLog%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("event-log", cancellationToken);

    [Function("EventCleanup_Timer")]
    public Task EventCleanup([TimerTrigger("%Schedules:EventCleanup%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("event-cleanup", cancellationToken);

    [Function("KeptOriginals_Timer")]
    public Task KeptOriginals([TimerTrigger("%Schedules:KeptOriginals%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("kept-originals", cancellationToken);

    [Function("CacheCleanup_Timer")]
    public Task CacheCleanup([TimerTrigger("%Schedules:CacheCleanup%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("cache-cleanup", cancellationToken);

    [Function("Reconciliation_Timer")]
    public Task Reconciliation([TimerTrigger("%Schedules:Reconciliation%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("reconciliation", cancellationToken);

    [Function("ScheduledBatches_Timer")]
    public Task ScheduledBatches([TimerTrigger("%Schedules:ScheduledBatches%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("scheduled-batches", cancellationToken);

    [Function("JobCleanup_Timer")]
    public Task JobCleanup([TimerTrigger("%Schedules:JobCleanup%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("job-cleanup", cancellationToken);

    [Function("HealthSweep_Timer")]
    public Task HealthSweep([TimerTrigger("%Schedules:HealthSweep%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("health-sweep", cancellationToken);

    [Function("HealSweep_Timer")]
    public Task HealSweep([TimerTrigger("%Schedules:HealSweep%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("heal-sweep", cancellationToken);

    [Function("ObservationCleanup_Timer")]
    public Task ObservationCleanup([TimerTrigger("%Schedules:ObservationCleanup%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("observation-cleanup", cancellationToken);

    [Function("IndexerDiscovery_Timer")]
    public Task IndexerDiscovery([TimerTrigger("%Schedules:IndexerDiscovery%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("indexer-discovery", cancellationToken);

    [Function("LibraryExport_Timer")]
    public Task LibraryExport([TimerTrigger("%Schedules:LibraryExport%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("library-export", cancellationToken);

    [Function("LibrarySearch_Timer")]
    public Task LibrarySearch([TimerTrigger("%Schedules:LibrarySearch%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("library-search", cancellationToken);

    [Function("Heartbeat_Timer")]
    public Task Heartbeat([TimerTrigger("%Schedules:Heartbeat%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("heartbeat", cancellationToken);

    [Function("Backup_Timer")]
    public Task Backup([TimerTrigger("%Schedules:Backup%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("backup", cancellationToken);

    [Function("Notifications_Timer")]
    public Task Notifications([TimerTrigger("%Schedules:Notifications%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("notifications", cancellationToken);

    [Function("NotificationDigest_Timer")]
    public Task NotificationDigest([TimerTrigger("%Schedules:NotificationDigest%")] TimerInfo timer, CancellationToken cancellationToken) =>
        run.TickAsync("notification-digest", cancellationToken);
}
