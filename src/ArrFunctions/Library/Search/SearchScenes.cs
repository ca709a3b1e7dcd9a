using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Search;

/// <summary>Puts together what the policy has to know.</summary>
internal sealed class SearchScenes(SearchStore searches, SearchableIndexers indexers, Live<ServarrOptions> servarr, Live<LibraryOptions> options, TimeProvider clock)
{
    /// <summary>The instances that have a library.</summary>
    public IReadOnlyList<Instance> Instances => [.. servarr.Value.Instances.Where(static instance => instance.Service is not ServarrService.Prowlarr)];

    /// <param name="withPlanned">Whether what dry runs noted counts as searched.</param>
    /// <returns>The scene, and the tag of the guard, which was read before all else.</returns>
    public async Task<(SearchScene Scene, string? ETag)> OfAsync(string instance, bool withPlanned, CancellationToken cancellationToken)
    {
        var (guard, etag) = await searches.GuardAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var past = new List<SearchEntry>();
        foreach (var known in Instances)
        {
            past.AddRange(await searches.AroundAsync(known.Name, now, SearchPolicy.Reach(options.Value.Search), cancellationToken)
                .Select(static row => row.Entry)
                .Where(entry => withPlanned || entry.State is not SearchState.Planned)
                .ToListAsync(cancellationToken));
        }

        return (new(instance, past, guard.Last, await indexers.SearchedAsync(instance, cancellationToken), now), etag);
    }
}
