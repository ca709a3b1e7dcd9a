using System.Collections.Concurrent;
using ArrFunctions.Platform;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>The state in Azure Table Storage: a row is an entity.</summary>
internal sealed class AzureTableStore(TableServiceClient service) : ITableStore, ITableScan
{
    private readonly AzureFailures failures = new("tables", () => service.Uri);

    // Names of tables ignore case; Azurite takes them as they are written, so a table keeps the name it was first used by.
    private readonly ConcurrentDictionary<string, TableClient> clients = new(StringComparer.OrdinalIgnoreCase);
    private long rowsRead;

    internal long RowsRead => Interlocked.Read(ref rowsRead);

    public async ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        TableRules.CheckTable(table);
        TableRules.CheckKeys(partitionKey, rowKey);
        return await TakeAsync(table, TableFilter.Row(partitionKey, rowKey), most: 1, cancellationToken) is [var row] ? row : null;
    }

    public async ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckList(table, partitionKey, range, limit, continuation);
        if (TableFilter.Range(partitionKey, continuation is null ? range : range.After(continuation)) is not { } filter)
        {
            return new([], Continuation: null);
        }

        // One more than the page, to know whether there is another.
        var rows = await TakeAsync(table, filter, limit + 1, cancellationToken);
        return rows.Count > limit ? new([.. rows.Take(limit)], rows[limit - 1].RowKey) : new(rows, Continuation: null);
    }

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        TableRules.CheckBatch(table, partitionKey, changes);
        cancellationToken.ThrowIfCancellationRequested();
        return failures.ExplainAsync("written", new TableCommit(Open(table), partitionKey, changes).RunAsync, CancellationToken.None);
    }

    /// <remarks>An account holds tables of others too, the Functions host's for one: a table is ours when its first row is.</remarks>
    public async ValueTask<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken = default)
    {
        List<string> names = [];
        await failures.ExplainAsync(
            "read",
            async () =>
            {
                await foreach (var table in service.QueryAsync(cancellationToken: cancellationToken))
                {
                    var first = await Open(table.Name).TakeAsync(filter: null, most: 1, cancellationToken);
                    if (first is [var row] && TableContent.Read(row) is not null)
                    {
                        names.Add(table.Name);
                    }
                }
            },
            cancellationToken);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    public async ValueTask<IReadOnlyList<TableRow>> ScanAsync(string table, int limit, TableKeys? after = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckScan(table, limit, after);
        if (after is null)
        {
            return await TakeAsync(table, filter: null, limit, cancellationToken);
        }

        // Two ranges, since the service would read the whole table for a filter that joins them by "or".
        var rows = await TakeAsync(table, TableFilter.RowsAfter(after), limit, cancellationToken);
        return rows.Count == limit
            ? rows
            : [.. rows, .. await TakeAsync(table, TableFilter.PartitionsAfter(after.PartitionKey), limit - rows.Count, cancellationToken)];
    }

    private async Task<IReadOnlyList<TableRow>> TakeAsync(string table, string? filter, int most, CancellationToken cancellationToken)
    {
        IReadOnlyList<TableEntity> entities = [];
        await failures.ExplainAsync("read", async () => entities = await Open(table).TakeAsync(filter, most, cancellationToken), cancellationToken);
        Interlocked.Add(ref rowsRead, entities.Count);
        return [.. entities.Select(entity => Row(table, entity))];
    }

    private static TableRow Row(string table, TableEntity entity) => new(
        entity.PartitionKey,
        entity.RowKey,
        TableContent.Read(entity) ?? throw new StoreException(
            $"Row '{entity.RowKey}' in partition '{entity.PartitionKey}' of table '{table}' was not written by ArrFunctions. "
            + "Give ArrFunctions a storage account of its own, or remove the row."),
        entity.ETag.ToString());

    private AzureTable Open(string table) => new(table, clients.GetOrAdd(table, service.GetTableClient));
}
