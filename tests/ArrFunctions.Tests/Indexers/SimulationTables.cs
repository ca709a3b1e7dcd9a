using System.Collections.Concurrent;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Indexers;

/// <summary>A store in memory that remembers everything that was ever written to it.</summary>
internal sealed class SimulationTables : ITableStore
{
    private readonly MemoryTableStore store = new();
    private readonly ConcurrentQueue<string> written = new();

    public string Text => string.Join('\n', written);

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
        store.GetAsync(table, partitionKey, rowKey, cancellationToken);

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
        store.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        foreach (var change in changes)
        {
            written.Enqueue($"{table} {partitionKey} {change}");
        }

        return store.CommitAsync(table, partitionKey, changes, cancellationToken);
    }
}
