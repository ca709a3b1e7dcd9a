using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Library.Search;

/// <summary>Registers the search for upgrades; it needs the score export and the indexers.</summary>
internal static class SearchFeature
{
    public static IServiceCollection AddLibrarySearch(this IServiceCollection services) => services
        .AddSingleton<SearchStore>()
        .AddSingleton<SearchFollowUp>()
        .AddSingleton<SearchScenes>()
        .AddSingleton<SearchCandidates>()
        .AddSingleton<LibrarySearch>()
        .AddSingleton<SearchCleanUp>()
        .AddSingleton(provider =>
        {
            var cleanUp = provider.GetRequiredService<SearchCleanUp>();
            return new KeptRows("searches", cleanUp.IsDueAsync, cleanUp.RunAsync);
        })
        .AddSingleton(new OutboxSource(SearchStore.Table, [SearchStore.Partition]))
        .AddSingleton(provider =>
        {
            var search = provider.GetRequiredService<LibrarySearch>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.LibrarySearch);
            return new Schedule(
                LibrarySearch.Name,
                "LibrarySearch",
                cron,
                "Searches for upgrades of the best candidates.",
                search.IsDueAsync,
                async cancellationToken => (await search.RunAsync(cancellationToken)).InWords());
        });
}
