using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Search;

/// <summary>Finds out what came of searches, from the history that exports and imports wrote: nobody is asked.</summary>
internal sealed class SearchFollowUp(SearchStore searches, LibraryStore library, HistoryStore history, TimeProvider clock)
{
    /// <summary>An upgrade so long after a search counts as found by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>What is not known by then is never known.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    public async Task RunAsync(string instance, CancellationToken cancellationToken)
    {
        var collected = await library.FindStateAsync(instance, cancellationToken) is ({ Collected: { } time }, _) ? time : DateTimeOffset.MinValue;
        var open = await searches.AroundAsync(instance, clock.GetUtcNow(), Reach, cancellationToken)
            .Where(static row => row.Entry.State is SearchState.Begun or SearchState.Sent)
            .ToListAsync(cancellationToken);
        foreach (var (entry, etag) in open)
        {
            if (await SettledAsync(entry, collected, cancellationToken) is { } settled)
            {
                await searches.TrySettleAsync(settled, etag, cancellationToken);
            }
        }
    }

    /// <returns>Null: it is too early to say.</returns>
    private async Task<SearchEntry?> SettledAsync(SearchEntry entry, DateTimeOffset collected, CancellationToken cancellationToken)
    {
        var upgrade = await history.OfAsync(entry.Instance, entry.Item, cancellationToken)
            .TakeWhile(change => change.Time > entry.Time)
            .LastOrDefaultAsync(change => change.Kind is ScoreChangeKind.Upgraded && change.Time <= entry.Time + Patience, cancellationToken);
        return upgrade is not null
            ? entry with { State = SearchState.Upgraded, Settled = upgrade.Time, Gained = upgrade.After - upgrade.Before }
            : collected >= entry.Time + Patience ? entry with { State = SearchState.NothingBetter, Settled = clock.GetUtcNow() }
            : null;
    }
}
