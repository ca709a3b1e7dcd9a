using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Counts the rows that one look at the progress of a batch reads, over the state of a service that runs.</summary>
internal sealed class BatchRowsRead(ITableStore tables) : ITableStore
{
    private int rows;

    public static async Task<int> CountAsync(string dataFolder, string batchId, CancellationToken cancellationToken)
    {
        await using var file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        var counted = new BatchRowsRead(new SqliteTableStore(file));
        var (batch, _) = await new BatchStore(counted, new OutboxSignal()).FindAsync(batchId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no batch {batchId}.");
        await new BatchReport(new JobStore(counted), TimeProvider.System).ProgressAsync(batch, cancellationToken);
        return counted.rows;
    }

    public async ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        rows++;
        return await tables.GetAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public async ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
    {
        var page = await tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);
        rows += page.Rows.Count;
        return page;
    }

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("A look at the progress writes nothing.");
}
