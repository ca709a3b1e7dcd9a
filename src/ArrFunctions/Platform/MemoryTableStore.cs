using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ArrFunctions.Platform;

/// <summary>Tables that live as long as the process, for tests and for trying things out.</summary>
public sealed class MemoryTableStore : ITableStore
{
    private static readonly Comparer<TableRow> ByRowKey = Comparer<TableRow>.Create((left, right) => string.CompareOrdinal(left.RowKey, right.RowKey));

    // A partition is replaced as a whole: readers see all of a batch or nothing, without a lock.
    private readonly ConcurrentDictionary<(string Table, string Partition), ImmutableList<TableRow>> partitions = new();
    private readonly Lock writing = new();
    private long rowsRead;

    internal long RowsRead => Interlocked.Read(ref rowsRead);

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partitionKey, rowKey);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Find(Rows(table, partitionKey), rowKey, out _));
    }

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckList(table, partitionKey, range, limit, continuation);
        cancellationToken.ThrowIfCancellationRequested();
        var wanted = continuation is null ? range : range.After(continuation);
        var rows = Rows(table, partitionKey);
        _ = Find(rows, wanted.Lower, out var index);
        var page = new List<TableRow>();
        for (; index < rows.Count && string.CompareOrdinal(rows[index].RowKey, wanted.Upper) < 0; index++)
        {
            Interlocked.Increment(ref rowsRead);
            if (page.Count == limit)
            {
                return ValueTask.FromResult(new TablePage(page, page[^1].RowKey));
            }

            page.Add(rows[index]);
        }

        return ValueTask.FromResult(new TablePage(page, Continuation: null));
    }

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        TableRules.CheckBatch(table, partitionKey, changes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (writing)
        {
            partitions[Key(table, partitionKey)] =
                changes.Aggregate(Rows(table, partitionKey), (rows, change) => Apply(rows, table, partitionKey, change));
        }

        return Task.CompletedTask;
    }

    private static ImmutableList<TableRow> Apply(ImmutableList<TableRow> rows, string table, string partitionKey, TableChange change)
    {
        var current = Find(rows, change.RowKey, out var index);
        if (change.ConflictWith(current?.ETag) is { } conflict)
        {
            throw new TableConflictException(table, partitionKey, change.RowKey, conflict);
        }

        if (change.NewContent is not { } content)
        {
            return current is null ? rows : rows.RemoveAt(index);
        }

        var row = new TableRow(partitionKey, change.RowKey, content, TableRow.NewETag());
        return current is null ? rows.Insert(index, row) : rows.SetItem(index, row);
    }

    /// <summary>The row, and its index or the one where it would stand.</summary>
    private static TableRow? Find(ImmutableList<TableRow> rows, string rowKey, out int index)
    {
        var found = rows.BinarySearch(new TableRow("", rowKey, "", ""), ByRowKey);
        index = found >= 0 ? found : ~found;
        return found >= 0 ? rows[found] : null;
    }

    private static (string Table, string Partition) Key(string table, string partitionKey) => (table.ToUpperInvariant(), partitionKey);

    private ImmutableList<TableRow> Rows(string table, string partitionKey) => partitions.GetValueOrDefault(Key(table, partitionKey), []);
}
