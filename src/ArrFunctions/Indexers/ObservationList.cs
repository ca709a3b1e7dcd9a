using ArrFunctions.Platform;

namespace ArrFunctions.Indexers;

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
        var slices = indexers.Select(indexer => new TableSlice(ObservationKeys.Table, ObservationKeys.Partition(indexer), ObservationKeys.Hours)).ToList();
        var found = new List<IndexerObservation>();
        var wantedRows = limit + slices.Count;
        var cursor = ObservationKeys.BeforeHour(start.Second);
        while (slices.Count > 0 && cursor is not null && found.Count - start.Read <= limit)
        {
            var page = await tables.ListMergedAsync(slices, wantedRows, cursor, cancellationToken);

            // The page can end in the middle of an hour, which is left to the next one.
            var hours = page.Rows.GroupBy(found => ObservationKeys.HourOf(found.Row.RowKey)).ToList();
            var whole = page.Cursor is null ? hours : hours[..^1];
            found.AddRange(whole.SelectMany(NewestFirst).Where(one => one.Seen.Time >= from && one.Seen.Time <= start.Second));
            wantedRows *= whole.Count > 0 ? 1 : 2;
            cursor = page.Cursor is null || hours[^1].Key.AddHours(1) <= from ? null
                : whole.Count > 0 ? ObservationKeys.AfterHour(whole[^1].Key)
                : cursor;
        }

        found.RemoveRange(0, Math.Min(start.Read, found.TakeWhile(one => one.Seen.Time == start.Second).Count()));
        return found.Count > limit ? new([.. found.Take(limit)], start.After(found[..limit]).ToString()) : new(found, Cursor: null);
    }

    private static IEnumerable<IndexerObservation> NewestFirst(IGrouping<DateTimeOffset, (TableSlice Slice, TableRow Row)> hour) => hour
        .GroupBy(found => found.Slice.PartitionKey, StringComparer.Ordinal)
        .OrderBy(rows => rows.Key, StringComparer.Ordinal)
        .SelectMany(rows => ObservationHour.Merge(rows.Reverse().SelectMany(found => ObservationHour.Read(hour.Key, found.Row.Content)), [])
            .AsEnumerable().Reverse().Select(seen => new IndexerObservation(ObservationKeys.IndexerOf(rows.Key), seen)))
        .OrderByDescending(one => one.Seen.Time);
}
