using System.Globalization;
using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Webhooks;

/// <summary>Events by id.</summary>
/// <remarks>Table <c>Webhooks</c>, 32 partitions by the first bits of the id. Rows: <c>w~{id}</c> the event; <c>t~{time}~{id}</c> that it is there since; <c>o~</c> what it tells.</remarks>
internal sealed class WebhookStore(ITableStore tables)
{
    public const string Table = "Webhooks";

    private const string TimePrefix = "t~";

    /// <summary>So many ids fit into a row; the jobs of a longer event know it all the same.</summary>
    public const int MaxJobIds = 5000;

    public async Task<WebhookRecord?> FindAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken))?.Record;

    /// <summary>Keeps an event and what it tells. One that is there already stays as it came first, tells nothing again, and learns of further jobs.</summary>
    public async Task<WebhookRecord> KeepAsync(WebhookRecord record, EventRecord? told, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await ReadAsync(record.Id, cancellationToken);
            var kept = found is null ? record : Merge(found.Value.Record, record);
            if (found?.Record == kept)
            {
                return kept;
            }

            var content = JsonSerializer.Serialize(kept with { JobIds = [.. kept.JobIds.Take(MaxJobIds)] }, WebhookRecordJson.Default.WebhookRecord);
            List<TableChange> changes = found is var (_, etag)
                ? [new TableChange.Replace(Key(record.Id), content, etag)]
                : [new TableChange.Insert(Key(record.Id), content), new TableChange.Insert($"{TimePrefix}{Ticks(record.Received)}~{record.Id}", "{}")];
            if (found is null && told is not null)
            {
                changes.Add(Outbox.Row(told));
            }

            try
            {
                await tables.CommitAsync(Table, JobId.PartitionOf(record.Id), changes, cancellationToken);
                return kept;
            }
            catch (TableConflictException)
            {
                // The same event came at the same time; it is there now.
            }
        }
    }

    /// <summary>Of which instances no event is kept. It reads until each has one, and all events where one never sent any.</summary>
    public async Task<IReadOnlySet<string>> SilentAsync(IEnumerable<string> instances, CancellationToken cancellationToken)
    {
        var silent = instances.ToHashSet(StringComparer.Ordinal);
        foreach (var partition in silent.Count > 0 ? JobStore.Partitions : [])
        {
            await foreach (var row in tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix(Key("")), cancellationToken))
            {
                if (JsonSerializer.Deserialize(row.Content, WebhookRecordJson.Default.WebhookRecord)!.Instance is { } sender && silent.Remove(sender) && silent.Count == 0)
                {
                    return silent;
                }
            }
        }

        return silent;
    }

    /// <summary>Whether any event is there from before <paramref name="time"/>.</summary>
    public async ValueTask<bool> HasBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        foreach (var partition in JobStore.Partitions)
        {
            if ((await BeforeAsync(partition, time, limit: 1, cancellationToken)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var partition in JobStore.Partitions)
        {
            while (await BeforeAsync(partition, time, TableRules.MaxBatchChanges / 2, cancellationToken) is { Count: > 0 } over)
            {
                await tables.CommitAsync(
                    Table, partition, [.. over.SelectMany(key => (TableChange[])[new TableChange.Delete(Key(key[(key.LastIndexOf('~') + 1)..])), new TableChange.Delete(key)])], cancellationToken);
                removed += over.Count;
            }
        }

        return removed;
    }

    private async Task<IReadOnlyList<string>> BeforeAsync(string partition, DateTimeOffset time, int limit, CancellationToken cancellationToken) =>
    [
        .. (await tables.ListAsync(Table, partition, new(TimePrefix, TimePrefix + Ticks(time)), limit, continuation: null, cancellationToken)).Rows.Select(row => row.RowKey),
    ];

    private static string Ticks(DateTimeOffset time) => time.UtcTicks.ToString("x16", CultureInfo.InvariantCulture);

    private static WebhookRecord Merge(WebhookRecord first, WebhookRecord again) =>
        again.JobIds.Except(first.JobIds, StringComparer.Ordinal).ToList() is { Count: > 0 } further && first.JobIds.Count < MaxJobIds
            ? first with { JobIds = [.. first.JobIds, .. further], Status = again.Status, Reason = again.Reason }
            : first;

    private async Task<(WebhookRecord Record, string ETag)?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, JobId.PartitionOf(id), Key(id), cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, WebhookRecordJson.Default.WebhookRecord)!, row.ETag)
            : null;

    private static string Key(string id) => $"w~{id}";
}
