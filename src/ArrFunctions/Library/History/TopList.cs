namespace ArrFunctions.Library.History;

/// <summary>Counts items and keeps those that rank highest; among equals the one with the lower key.</summary>
internal sealed class TopList
{
    private static readonly Comparer<(long Rank, ItemKey Item)> Order = Comparer<(long Rank, ItemKey Item)>.Create((one, other) =>
        (one.Rank, -one.Item.TitleId, -one.Item.EpisodeId).CompareTo((other.Rank, -other.Item.TitleId, -other.Item.EpisodeId)));

    private readonly PriorityQueue<ItemDiff, (long Rank, ItemKey Item)> _kept = new(Order);

    public int Count { get; private set; }

    public void Add(ItemDiff item, long rank)
    {
        Count++;
        if (_kept.Count < LibraryDiff.Longest)
        {
            _kept.Enqueue(item, (rank, item.Item));
        }
        else
        {
            _kept.EnqueueDequeue(item, (rank, item.Item));
        }
    }

    /// <summary>The highest first; leaves the list empty.</summary>
    public IReadOnlyList<ItemDiff> ToList()
    {
        var items = new ItemDiff[_kept.Count];
        for (var at = items.Length - 1; at >= 0; at--)
        {
            items[at] = _kept.Dequeue();
        }

        return items;
    }
}
