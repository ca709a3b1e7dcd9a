using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Registers the search for new indexers; the host brings the tables, the instances, <see cref="IndexersOptions"/> and the clock.</summary>
internal static class DiscoveryFeature
{
    public static IServiceCollection AddDiscovery(this IServiceCollection services) => services
        .AddSingleton<SourceReader>()
        .AddSingleton<DiscoveryTarget>()
        .AddSingleton<ProposalStore>()
        .AddSingleton<IndexerDiscovery>()
        .AddSingleton<ProposalConfirm>()
        .AddSingleton<ProposalDismiss>()
        .AddSingleton(new OutboxSource(ProposalStore.Table, [ProposalStore.Partition]))
        .AddSingleton(provider =>
        {
            var discovery = provider.GetRequiredService<IndexerDiscovery>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.IndexerDiscovery);
            return new Schedule(
                IndexerDiscovery.Schedule, "IndexerDiscovery", cron, "Looks for new indexers in the configured lists.", discovery.IsDueAsync, discovery.RunAsync);
        });
}
