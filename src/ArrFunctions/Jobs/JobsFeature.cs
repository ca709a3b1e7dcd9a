using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.State;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Jobs;

/// <summary>Registers the job engine; the host brings <see cref="Platform.ITableStore"/>, <see cref="Platform.IWorkQueue"/>, the options and the clock.</summary>
internal static class JobsFeature
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddFixedOptions()
        .AddSingleton<JobStore>()
        .AddSingleton<JobLedger>()
        .AddSingleton<WorkRunner>()
        .AddSingleton<LaneSwitch>()
        .AddSingleton<LaneGate>()
        .AddSingleton<LaneReport>()
        .AddSingleton<PlannedJobs>()
        .AddSingleton<DeferredJobs>()
        .AddSingleton<JobSweep>()
        .AddSingleton<JobCleanUp>()
        .AddSingleton<JobCensus>()
        .AddSingleton(provider => JobMetrics.Collector(
            provider.GetRequiredService<JobLedger>(),
            provider.GetRequiredService<JobCensus>(),
            provider.GetRequiredService<LaneReport>(),
            provider.GetRequiredService<BatchStore>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => JobStats.Operations(
            provider.GetRequiredService<JobStore>(),
            provider.GetRequiredService<EventLog>(),
            provider.GetRequiredService<BatchTallies>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(JobStats.Batches())
        .AddSingleton(provider => ScheduleMetrics.Collector(provider.GetServices<Schedule>(), provider.GetRequiredService<ScheduleStore>()))
        .AddSingleton(new OutboxSource(JobStore.Table, JobStore.Partitions))
        .AddSingleton(new OutboxSource(LaneSwitch.Table, [LaneSwitch.Partition]))
        .AddSingleton(provider => new StateRepair("jobs", provider.GetRequiredService<JobStore>().RepairAsync))
        .AddSingleton<JobChecks>()
        .AddSingleton(provider => new HealthChecks(() => provider.GetRequiredService<JobChecks>().All))
        .AddSchedules()
        .AddBatches();

    private static IServiceCollection AddSchedules(this IServiceCollection services) => services
        .AddSingleton<ScheduleStore>()
        .AddSingleton<ScheduleRun>()
        .AddSingleton<CleanUpRun>()
        .AddSingleton<ScheduleReport>()
        .AddSingleton<ScheduleSwitch>()
        .AddSingleton(new OutboxSource(ScheduleStore.Table, [ScheduleStore.Partition]))
        .AddSingleton(provider =>
        {
            var deferred = provider.GetRequiredService<DeferredJobs>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.DeferredFiles);
            return new Schedule("deferred-files", "DeferredFiles", cron, "Looks again at files that wait.", deferred.IsDueAsync, deferred.RunAsync);
        })
        .AddSingleton(provider =>
        {
            var sweep = provider.GetRequiredService<JobSweep>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.JobSweep);
            return new Schedule("job-sweep", "JobSweep", cron, "Queues jobs again that lost their worker or their message.", sweep.IsDueAsync, sweep.RunAsync);
        })
        .AddSingleton(provider =>
        {
            var cleanUp = provider.GetRequiredService<JobCleanUp>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.JobCleanup);
            return new Schedule("job-cleanup", "JobCleanup", cron, "Removes jobs and batches whose time is over.", cleanUp.IsDueAsync, cleanUp.RunAsync) { IsCleanUp = true };
        })
        .AddSingleton(provider =>
        {
            var cleanUp = provider.GetRequiredService<EventCleanUp>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.EventCleanup);
            return new Schedule(
                "event-cleanup", "EventCleanup", cron, "Removes events, webhooks, searches and sessions whose time is over.", cleanUp.IsDueAsync, cleanUp.RunAsync) { IsCleanUp = true };
        })
        .AddSingleton(provider =>
        {
            // A command that works on files alone has schedules, and no board of health.
            var heartbeat = new Lazy<HealthHeartbeat>(provider.GetRequiredService<HealthHeartbeat>);
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.Heartbeat);
            return new Schedule(
                HealthHeartbeat.Name,
                "Heartbeat",
                cron,
                "Tells the checks and monitors that watch the service how it is.",
                token => heartbeat.Value.IsDueAsync(token),
                token => heartbeat.Value.RunAsync(token));
        })
        .AddSingleton(provider =>
        {
            var (mover, file) = (provider.GetRequiredService<OutboxMover>(), provider.GetRequiredService<EventFile>());
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.EventLog);
            return new Schedule(
                "event-log",
                "EventLog",
                cron,
                "Moves events to the log that were left in their outboxes.",
                mover.IsDueAsync,
                async cancellationToken =>
                {
                    var moved = await mover.RunAsync(cancellationToken);
                    await file.CatchUpAsync(cancellationToken);
                    return $"{moved} events moved";
                });
        })
        .AddSingleton(provider =>
        {
            var notifier = provider.GetRequiredService<Notifier>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.Notifications);
            return new Schedule("notifications", "Notifications", cron, "Sends notifications that were not sent as they came.", notifier.IsDueAsync, notifier.RunAsync);
        })
        .AddSingleton(provider =>
        {
            var notifier = provider.GetRequiredService<Notifier>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.NotificationDigest);
            return new Schedule("notification-digest", "NotificationDigest", cron, "Sends what is told once a day.", notifier.IsDigestDueAsync, notifier.RunDigestAsync);
        });
}
