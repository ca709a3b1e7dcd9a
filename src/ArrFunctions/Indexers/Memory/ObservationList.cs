using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>The observations of several indexers as one list, the newest first.</summary>
internal static class ObservationList
{
    /// <param name="tables">The tables.</param>
    /// <param name="indexers">Each once.</param>
    /// <param name="from">The oldest wanted.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="limit">Of the page.</param>
    public static async Task<ObservationPage> ReadAsync(
        ITableStore tables, IReadOnlyCollection<IndexerKey> indexers, DateTimeOffset from, ObservationCursor start, int limit, CancellationToken cancellationToken)
    {
        var slices = indexers.Select(indexer => new TableSlice(ObservationKeys.Table, ObservationKeys.Partition(indexer), ObservationKeys.Blocks)).ToList();
        var found = new List<IndexerObservation>();
        var wantedRows = limit + slices.Count;
        var cursor = ObservationKeys.BeforeBlock(start.Second);
        while (slices.Count > 0 && cursor is not null && found.Count - start.Read <= limit)
        {
            var page = await tables.ListMergedAsync(slices, wantedRows, cursor, cancellationToken);

            // The page can end in the middle of a block, which is left to the next one.
            var blocks = page.Rows.GroupBy(found => ObservationKeys.BlockOf(found.Row.RowKey)).ToList();
            var whole = page.Cursor is null ? blocks : blocks[..^1];
            foreach (var block in whole.TakeWhile(_ => found.Count - start.Read <= limit))
            {
                found.AddRange(NewestFirst(block).Where(one => one.Seen.Time >= from && one.Seen.Time <= start.Second));
            }

            wantedRows *= whole.Count > 0 ? 1 : 2;
            cursor = page.Cursor is null || (blocks[^1].Key + ObservationBlock.Length) <= from ? null
                : whole.Count > 0 ? ObservationKeys.AfterBlock(whole[^1].Key)
                : cursor;
        }

        found.RemoveRange(0, Math.Min(start.Read, found.TakeWhile(one => one.Seen.Time == start.Second).Count()));
        return found.Count > limit ? new([.. found.Take(limit)], start.After(found[..limit]).ToString()) : new(found, Cursor: null);
    }

    private static IEnumerable<IndexerObservation> NewestFirst(IGrouping<DateTimeOffset, (TableSlice Slice, TableRow Row)> block) => block
        .GroupBy(found => found.Slice.PartitionKey, StringComparer.Ordinal)
        .OrderBy(rows => rows.Key, StringComparer.Ordinal)
        .SelectMany(rows => ObservationBlock.Merge(rows.Reverse().SelectMany(found => ObservationBlock.Read(block.Key, found.Row.Content)), [])
            .AsEnumerable().Reverse().Select(seen => new IndexerObservation(ObservationKeys.IndexerOf(rows.Key), seen)))
        .OrderByDescending(one => one.Seen.Time);
}
