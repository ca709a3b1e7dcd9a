namespace ArrFunctions.Platform;

/// <summary>Lists that are spread over partitions, merged as if they lay in one.</summary>
internal static class MergedList
{
    private const int SmallestRead = 4;

    /// <summary>Reads about twice the page, and a few rows of every slice, however long they are.</summary>
    /// <param name="store">The tables.</param>
    /// <param name="slices">Each is ordered by what follows its prefix.</param>
    /// <param name="limit">Most rows of the page.</param>
    /// <param name="cursor">Null, or <see cref="MergedPage.Cursor"/> of the page before.</param>
    public static async Task<MergedPage> ListMergedAsync(
        this ITableStore store, IReadOnlyCollection<TableSlice> slices, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var readSize = Math.Min(Math.Max(2 * limit / slices.Count, SmallestRead), limit + 1);
        var heads = new PriorityQueue<Head, string>(StringComparer.Ordinal);
        foreach (var slice in slices)
        {
            await PushNextAsync(new Head(store, slice, readSize, cursor));
        }

        var rows = new List<(TableSlice, TableRow)>();
        while (rows.Count < limit && heads.TryDequeue(out var head, out _))
        {
            rows.Add((head.Slice, head.Current));
            await PushNextAsync(head);
        }

        return new(rows, heads.Count == 0 ? null : Order(rows[^1]));

        async ValueTask PushNextAsync(Head head)
        {
            if (await head.MoveNextAsync(cancellationToken))
            {
                heads.Enqueue(head, Order((head.Slice, head.Current)));
            }
        }
    }

    private static string Order((TableSlice Slice, TableRow Row) found) => found.Row.RowKey[found.Slice.Prefix.Length..];

    /// <summary>The next row of one slice; reads ahead a little.</summary>
    private sealed class Head(ITableStore store, TableSlice slice, int readSize, string? cursor)
    {
        private TablePage? page;
        private int index;

        public TableSlice Slice => slice;

        public TableRow Current => page!.Rows[index - 1];

        public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
        {
            if (page is null || (index == page.Rows.Count && page.Continuation is not null))
            {
                var whole = RowKeyRange.Prefix(slice.Prefix);
                var range = cursor is null ? whole : whole.After(slice.Prefix + cursor);
                page = await store.ListAsync(slice.Table, slice.PartitionKey, range, readSize, page?.Continuation, cancellationToken);
                index = 0;
            }

            return index++ < page.Rows.Count;
        }
    }
}
