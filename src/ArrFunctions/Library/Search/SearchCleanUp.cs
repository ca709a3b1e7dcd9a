using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Search;

/// <summary>Forgets searches whose time is over. As long as one counts for a budget, a pause or a cool-down, it stays.</summary>
internal sealed class SearchCleanUp(SearchStore store, EventsOptions events, Live<LibraryOptions> library, TimeProvider clock)
{
    private DateTimeOffset End => clock.GetUtcNow() - (SearchPolicy.Reach(library.Value.Search) is var reach && reach > events.KeepFor ? reach : events.KeepFor);

    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => store.BeforeAsync(End, cancellationToken).AnyAsync(cancellationToken);

    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var over = await store.BeforeAsync(End, cancellationToken).ToListAsync(cancellationToken);
        foreach (var batch in over.Chunk(TableRules.MaxBatchChanges))
        {
            await store.RemoveAsync(batch, cancellationToken);
        }

        return over.Count;
    }
}
