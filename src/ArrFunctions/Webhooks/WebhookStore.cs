using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Webhooks;

/// <summary>Events by id.</summary>
/// <remarks>Table <c>Webhooks</c>, 32 partitions by the first bits of the id. Rows: <c>w~{id}</c> the event; <c>o~</c> what it tells.</remarks>
internal sealed class WebhookStore(ITableStore tables)
{
    public const string Table = "Webhooks";

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
            TableChange row = found is var (_, etag) ? new TableChange.Replace(Key(record.Id), content, etag) : new TableChange.Insert(Key(record.Id), content);
            try
            {
                await tables.CommitAsync(
                    Table, JobId.PartitionOf(record.Id), found is null && told is not null ? [row, Outbox.Row(told)] : [row], cancellationToken);
                return kept;
            }
            catch (TableConflictException)
            {
                // The same event came at the same time; it is there now.
            }
        }
    }

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
