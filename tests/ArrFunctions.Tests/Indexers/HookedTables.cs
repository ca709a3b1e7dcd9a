using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Indexers;

/// <summary>Lets something happen right behind a write.</summary>
internal sealed class HookedTables(ITableStore tables) : ITableStore
{
    /// <summary>Once.</summary>
    public Action? AfterNextCommit { get; set; }

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
        tables.GetAsync(table, partitionKey, rowKey, cancellationToken);

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
        tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

    public async Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        await tables.CommitAsync(table, partitionKey, changes, cancellationToken);
        var (action, _) = (AfterNextCommit, AfterNextCommit = null);
        action?.Invoke();
    }
}
