using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Until when the history of each Prowlarr was read: table <c>Indexers</c>, partition <c>cursors</c>, row <c>{instance}</c>.</summary>
internal sealed class HistoryCursors(ITableStore tables)
{
    private const string Partition = "cursors";

    /// <returns>Null before the first reading.</returns>
    public async Task<DateTimeOffset?> FindAsync(string instance, CancellationToken cancellationToken) =>
        await tables.GetAsync(IndexerRecords.Table, Partition, instance, cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Content, IndexerStateJson.Default.HistoryCursor)!.Since
            : null;

    public Task MoveAsync(string instance, DateTimeOffset since, CancellationToken cancellationToken) => tables.CommitAsync(
        IndexerRecords.Table,
        Partition,
        [new TableChange.Upsert(instance, JsonSerializer.Serialize(new(since), IndexerStateJson.Default.HistoryCursor))],
        cancellationToken);
}

/// <param name="Since">What is newer is read next time.</param>
internal sealed record HistoryCursor(DateTimeOffset Since);
