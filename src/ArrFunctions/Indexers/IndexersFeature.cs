using ArrFunctions.Indexers.Discovery;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Takeover;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Indexers;

/// <summary>Registers what watches and heals indexers; the host brings the tables, the clients of the instances, the options and the clock.</summary>
internal static class IndexersFeature
{
    public static IServiceCollection AddIndexers(this IServiceCollection services) => services
        .AddSingleton<InstanceAnswers>()
        .AddSingleton<IndexerWatch>()
        .AddSingleton<ObservationStore>()
        .AddSingleton<ObservationTakeover>()
        .AddSingleton<IndexerRecords>()
        .AddSingleton<HistoryCursors>()
        .AddSingleton<Evidence>()
        .AddSingleton<HealthEvidence>()
        .AddSingleton<QueryHistory>()
        .AddSingleton<IndexerTests>()
        .AddSingleton<IndexerSwitch>()
        .AddSingleton<Custodies>()
        .AddSingleton<OutageBook>()
        .AddSingleton<SilentInstances>()
        .AddSingleton<HealPlans>()
        .AddSingleton<HealthSweep>()
        .AddSingleton<HealSweep>()
        .AddSingleton<Sweeps>()
        .AddSingleton<IndexerControl>()
        .AddSingleton<UptimeReports>()
        .AddSingleton<IndexersReport>()
        .AddSingleton<IndexerCounts>()
        .AddSingleton<ObservationCleanUp>()
        .AddSingleton<IndexerMetrics>()
        .AddSingleton(provider => IndexerStats.Part(
            provider.GetRequiredService<IndexerTests>(), provider.GetRequiredService<IndexerRecords>(), provider.GetRequiredService<Live<ServarrOptions>>()))
        .AddSingleton(provider => provider.GetRequiredService<IndexerMetrics>().Collector)
        .AddSingleton(new OutboxSource(IndexerRecords.Table, [IndexerRecords.Partition, OutageBook.Partition, SilentInstances.Partition]))
        .AddSingleton(provider =>
        {
            var answers = provider.GetRequiredService<InstanceAnswers>();
            return new KnownCache(
                InstanceAnswers.Name,
                "prowlarr, prowlarr:3",
                _ => Task.FromResult(answers.Report()),
                _ => Task.FromResult(answers.Clear()),
                (key, _) => Task.FromResult(answers.Forget(key)));
        })
        .AddSweeps()
        .AddDiscovery();

    private static IServiceCollection AddSweeps(this IServiceCollection services) => services
        .AddSingleton(provider =>
        {
            var sweep = provider.GetRequiredService<HealthSweep>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.HealthSweep);
            return new Schedule(
                Sweeps.Health,
                "HealthSweep",
                cron,
                "Finds out how the indexers are.",
                sweep.IsDueAsync,
                cancellationToken => sweep.RunAsync("schedule:health-sweep", cancellationToken));
        })
        .AddSingleton(provider =>
        {
            var sweep = provider.GetRequiredService<HealSweep>();
            var options = provider.GetRequiredService<Live<IndexersOptions>>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.HealSweep);
            return new Schedule(
                Sweeps.Heal,
                "HealSweep",
                cron,
                "Takes out indexers that fail for long, and brings them back when they work.",
                provider.GetRequiredService<HealthSweep>().IsDueAsync,
                async cancellationToken => (await sweep.RunAsync(options.Value.Heal.DryRun, "schedule:heal-sweep", cancellationToken)).InWords())
            {
                DependsOn = [Sweeps.Health],
            };
        })
        .AddSingleton(provider =>
        {
            var cleanUp = provider.GetRequiredService<ObservationCleanUp>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.ObservationCleanup);
            return new Schedule(
                "observation-cleanup",
                "ObservationCleanup",
                cron,
                "Sums up what was seen of indexers long ago.",
                cleanUp.IsDueAsync,
                cleanUp.CleanUpAsync) { IsCleanUp = true };
        });
}
