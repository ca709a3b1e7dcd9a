using System.Runtime.InteropServices;

namespace ArrFunctions.Library.History;

/// <summary>What became of a library between two exports.</summary>
/// <param name="Changes">Rows of the history by kind; an item that changed twice is in it twice. Kinds without any are left out.</param>
/// <param name="Gained">Items with a file before and after whose score is higher now.</param>
/// <param name="Lost">Those whose score is lower now.</param>
/// <param name="Added">Items that had no file before and have one now.</param>
/// <param name="Removed">Items that had a file before and have none now.</param>
/// <param name="Gains">The largest, at most <see cref="Longest"/>.</param>
/// <param name="Losses">The largest, at most <see cref="Longest"/>.</param>
/// <param name="Additions">Those with the highest scores, at most <see cref="Longest"/>.</param>
/// <param name="Removals">Those with the highest scores, at most <see cref="Longest"/>.</param>
internal sealed record LibraryDiff(
    LibrarySnapshot Before,
    LibrarySnapshot After,
    IReadOnlyDictionary<ScoreChangeKind, int> Changes,
    int Gained,
    int Lost,
    int Added,
    int Removed,
    IReadOnlyList<ItemDiff> Gains,
    IReadOnlyList<ItemDiff> Losses,
    IReadOnlyList<ItemDiff> Additions,
    IReadOnlyList<ItemDiff> Removals)
{
    /// <summary>Items that a list names at most.</summary>
    public const int Longest = 50;

    /// <param name="changes">In the order of time. Those not after <paramref name="before"/> or after <paramref name="after"/> are passed over.</param>
    public static async Task<LibraryDiff> OfAsync(
        LibrarySnapshot before, LibrarySnapshot after, IAsyncEnumerable<ScoreChange> changes, CancellationToken cancellationToken)
    {
        var kinds = new SortedDictionary<ScoreChangeKind, int>();
        var items = new Dictionary<ItemKey, ItemDiff>();
        await foreach (var change in changes.WithCancellation(cancellationToken))
        {
            if (change.Time <= before.Time || change.Time > after.Time)
            {
                continue;
            }

            kinds[change.Kind] = kinds.GetValueOrDefault(change.Kind) + 1;
            if (change.Kind is not ScoreChangeKind.Renamed)
            {
                ref var item = ref CollectionsMarshal.GetValueRefOrAddDefault(items, change.Item, out var isKnown);
                item = isKnown ? item.Then(change) : ItemDiff.Of(change);
            }
        }

        var (gains, losses, additions, removals) = (new TopList(), new TopList(), new TopList(), new TopList());
        foreach (var item in items.Values)
        {
            switch (item)
            {
                case { Before: { } old, After: { } now } when now != old:
                    (now > old ? gains : losses).Add(item, Math.Abs((long)now - old));
                    break;
                case { Before: null, After: { } now }:
                    additions.Add(item, now);
                    break;
                case { Before: { } old, After: null }:
                    removals.Add(item, old);
                    break;
            }
        }

        return new(
            before, after, kinds, gains.Count, losses.Count, additions.Count, removals.Count,
            gains.ToList(), losses.ToList(), additions.ToList(), removals.ToList());
    }
}
