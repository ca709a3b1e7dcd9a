using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Library.Search;

namespace ArrFunctions.Library.Exports;

/// <summary>Whether an instance could find anything: it searches an indexer that works.</summary>
internal sealed class SearchableIndexers(IndexerWatch watch, UptimeReports uptimes)
{
    /// <summary>Names of those that it searches by itself and that neither it leaves alone nor anybody saw down; null: it does not tell.</summary>
    public async Task<IReadOnlyList<string>?> WorkingAsync(string instance, CancellationToken cancellationToken) =>
        await ReadAsync(instance, cancellationToken) is { } read ? [.. read.Working.Select(static indexer => indexer.Name)] : null;

    /// <summary>Whom a search asks; null: the instance does not tell.</summary>
    public async Task<SearchedIndexers?> SearchedAsync(string instance, CancellationToken cancellationToken) =>
        await ReadAsync(instance, cancellationToken) is { } read
            ? new([.. read.Searched.Select(static indexer => SearchedIndexers.PlainName(indexer.Name))], read.Working.Count > 0)
            : null;

    private async Task<(IReadOnlyList<IndexerView> Searched, IReadOnlyList<IndexerView> Working)?> ReadAsync(string instance, CancellationToken cancellationToken)
    {
        var look = await watch.LookAsync(cancellationToken);
        if (look.Failures.ContainsKey(instance))
        {
            return null;
        }

        var searched = look.Indexers.Where(indexer => indexer.Key.Instance.Equals(instance, StringComparison.OrdinalIgnoreCase) && indexer.Flags.AutomaticSearch is true && !indexer.IsBlocked).ToList();
        var judged = await uptimes.ReadAsync([.. searched.Select(static indexer => indexer.Judged).Distinct()], cancellationToken);
        var down = judged.Where(static summary => summary.Streak.State is IndexerCondition.Down).Select(static summary => (summary.Instance, summary.Id)).ToHashSet();
        return (searched, [.. searched.Where(indexer => !down.Contains((indexer.Judged.Instance, indexer.Judged.Id)))]);
    }
}
