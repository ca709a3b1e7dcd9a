using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>A store in which something happens, once, just before or just after a commit.</summary>
internal sealed class MeddledTables(ITableStore tables) : ITableStore
{
    public Func<Task>? BeforeCommit { get; set; }

    public Func<Task>? AfterCommit { get; set; }

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
        tables.GetAsync(table, partitionKey, rowKey, cancellationToken);

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
        tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

    public async Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        (var before, BeforeCommit) = (BeforeCommit, null);
        await (before?.Invoke() ?? Task.CompletedTask);
        await tables.CommitAsync(table, partitionKey, changes, cancellationToken);
        (var after, AfterCommit) = (AfterCommit, null);
        await (after?.Invoke() ?? Task.CompletedTask);
    }
}
