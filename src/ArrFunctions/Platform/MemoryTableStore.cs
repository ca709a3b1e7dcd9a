using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ArrFunctions.Platform;

/// <summary>Tables that live as long as the process, for tests and for trying things out.</summary>
public sealed class MemoryTableStore : ITableStore, ITableScan
{
    private static readonly Comparer<TableRow> ByRowKey = Comparer<TableRow>.Create((left, right) => string.CompareOrdinal(left.RowKey, right.RowKey));

    // A partition is replaced as a whole: readers see all of a batch or nothing, without a lock.
    private readonly ConcurrentDictionary<(string Table, string Partition), ImmutableList<TableRow>> partitions = new();
    private readonly ConcurrentDictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
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
            names.TryAdd(table, table);
            partitions[Key(table, partitionKey)] =
                changes.Aggregate(Rows(table, partitionKey), (rows, change) => Apply(rows, table, partitionKey, change));
        }

        return Task.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var held = partitions.Where(partition => !partition.Value.IsEmpty).Select(partition => partition.Key.Table).ToHashSet(StringComparer.Ordinal);
        return ValueTask.FromResult<IReadOnlyList<string>>(
            [.. names.Values.Where(name => held.Contains(name.ToUpperInvariant())).Order(StringComparer.Ordinal)]);
    }

    public ValueTask<IReadOnlyList<TableRow>> ScanAsync(string table, int limit, TableKeys? after = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckScan(table, limit, after);
        cancellationToken.ThrowIfCancellationRequested();
        var name = table.ToUpperInvariant();
        IReadOnlyList<TableRow> rows =
        [
            .. partitions.Keys
                .Where(key => key.Table == name && string.CompareOrdinal(key.Partition, after?.PartitionKey) >= 0)
                .OrderBy(key => key.Partition, StringComparer.Ordinal)
                .SelectMany(key => RowsAfter(key, after))
                .Take(limit),
        ];
        return ValueTask.FromResult(rows);
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

    private IEnumerable<TableRow> RowsAfter((string Table, string Partition) key, TableKeys? after)
    {
        var rows = Rows(key.Table, key.Partition);
        var index = 0;
        if (key.Partition == after?.PartitionKey)
        {
            index = Find(rows, after.RowKey, out var found) is null ? found : found + 1;
        }

        for (; index < rows.Count; index++)
        {
            yield return rows[index];
        }
    }

    private static (string Table, string Partition) Key(string table, string partitionKey) => (table.ToUpperInvariant(), partitionKey);

    private ImmutableList<TableRow> Rows(string table, string partitionKey) => partitions.GetValueOrDefault(Key(table, partitionKey), []);
}
