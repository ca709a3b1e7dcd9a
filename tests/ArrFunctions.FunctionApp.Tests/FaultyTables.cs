using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>A store in memory that fails when it is told to.</summary>
internal sealed class FaultyTables : ITableStore, ITableScan
{
    private readonly MemoryTableStore tables = new();

    public Exception? Fault { get; set; }

    private MemoryTableStore Tables => Fault is null ? tables : throw Fault;

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
        Tables.GetAsync(table, partitionKey, rowKey, cancellationToken);

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
        Tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

    public ValueTask<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken = default) => Tables.TablesAsync(cancellationToken);

    public ValueTask<IReadOnlyList<TableRow>> ScanAsync(string table, int limit, TableKeys? after = null, CancellationToken cancellationToken = default) =>
        Tables.ScanAsync(table, limit, after, cancellationToken);

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default) =>
        Tables.CommitAsync(table, partitionKey, changes, cancellationToken);
}
