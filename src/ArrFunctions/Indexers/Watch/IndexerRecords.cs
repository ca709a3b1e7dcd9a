using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Watch;

/// <summary>The record of each indexer: table <c>Indexers</c>, partition <c>indexers</c>, row <c>i~{instance}~{id}</c>.</summary>
/// <remarks>There are some hundreds at most, so one partition holds all of them and is read at once.</remarks>
internal sealed class IndexerRecords(ITableStore tables, OutboxSignal signal)
{
    public const string Table = "Indexers";

    public const string Partition = "indexers";

    private const string Prefix = "i~";

    public async Task<IReadOnlyDictionary<IndexerKey, IndexerRecord>> AllAsync(CancellationToken cancellationToken) => await tables
        .ReadAllAsync(Table, Partition, RowKeyRange.Prefix(Prefix), cancellationToken)
        .Select(Read)
        .ToDictionaryAsync(record => record.Key, cancellationToken: cancellationToken);

    public async Task<IndexerRecord> FindAsync(IndexerKey key, CancellationToken cancellationToken) => (await ReadAsync(key, cancellationToken)).Record;

    /// <summary>Reads, changes and writes until nobody else wrote between.</summary>
    /// <param name="change">Null: nothing is to be changed.</param>
    /// <param name="told">What is told with the change, made from what is written.</param>
    /// <returns>As it stands now; null when nothing was changed.</returns>
    public async Task<IndexerRecord?> ChangeAsync(
        IndexerKey key, Func<IndexerRecord, IndexerRecord?> change, Func<IndexerRecord, EventRecord?>? told, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (record, etag) = await ReadAsync(key, cancellationToken);
            if (change(record) is not { } next || next == record)
            {
                return null;
            }

            var content = JsonSerializer.Serialize(next, IndexerStateJson.Default.IndexerRecord);
            if (await tables.TryWriteAsync(signal, (Table, Partition, RowKey(key)), content, etag, told?.Invoke(next) is { } one ? [one] : [], cancellationToken))
            {
                return next;
            }
        }
    }

    /// <summary>Tells of something that changes no record.</summary>
    public async Task TellAsync(EventRecord told, CancellationToken cancellationToken)
    {
        await tables.CommitAsync(Table, Partition, [Outbox.Row(told)], cancellationToken);
        signal.Set();
    }

    public Task RemoveAsync(IndexerKey key, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, Partition, [new TableChange.Delete(RowKey(key))], cancellationToken);

    private async Task<(IndexerRecord Record, string? ETag)> ReadAsync(IndexerKey key, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RowKey(key), cancellationToken) is { } row ? (Read(row), row.ETag) : (new IndexerRecord { Key = key }, null);

    private static IndexerRecord Read(TableRow row) => JsonSerializer.Deserialize(row.Content, IndexerStateJson.Default.IndexerRecord)!;

    private static string RowKey(IndexerKey key) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{key.Instance}~{key.Id}");
}
