using System.Collections.Concurrent;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Indexers;

/// <summary>Keeps everything that was ever written, keys of rows too.</summary>
internal sealed class RecordingTables(ITableStore tables) : ITableStore
{
    public ConcurrentQueue<string> Written { get; } = new();

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
        tables.GetAsync(table, partitionKey, rowKey, cancellationToken);

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
        tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        foreach (var change in changes)
        {
            Written.Enqueue($"{table} {partitionKey} {change.RowKey} {change.NewContent}");
        }

        return tables.CommitAsync(table, partitionKey, changes, cancellationToken);
    }
}
