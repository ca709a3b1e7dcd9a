using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Batches, found by id, by folder while they are open, and newest first.</summary>
/// <remarks>
/// Table <c>Batches</c>, 32 partitions by the folder, so that a batch and the claim on its folder are written at once. Rows: <c>b~{id}</c> the batch;
/// <c>f~{folder}</c> who has the folder; <c>u~{id}</c> open ones; <c>t~{newest first}~{id}</c> every batch; <c>p~{id}~{page}</c> the files of a
/// page until their jobs are queued; <c>o~</c> events.
/// </remarks>
internal sealed class BatchStore(ITableStore tables, OutboxSignal signal)
{
    public const string Table = "Batches";

    public static IReadOnlyList<string> Partitions => JobStore.Partitions;

    /// <summary>Whether the state is being replaced by an import; nothing goes on meanwhile.</summary>
    public ValueTask<bool> IsClosedAsync(CancellationToken cancellationToken) => ImportGate.IsClosedAsync(tables, cancellationToken);

    /// <summary>An id that no other batch has, in the partition of its folder.</summary>
    public static string NewId(JobKind kind, string path) => Folder(kind, path)[..2] + JobId.New()[2..];

    /// <summary>Keeps a new batch.</summary>
    /// <returns>Null; or the id of the batch that has the folder.</returns>
    public async Task<string?> AddAsync(Batch batch, EventRecord told, CancellationToken cancellationToken)
    {
        TableChange[] changes =
        [
            new TableChange.Insert(FolderKey(batch), Claim(batch)),
            new TableChange.Insert(BatchKey(batch.Id), ToJson(batch)),
            new TableChange.Insert(OpenKey(batch.Id), "{}"),
            new TableChange.Insert(TimeKey(batch), "{}"),
            Outbox.Row(told),
        ];
        while (!await TryCommitAsync(batch.Id, changes, isTold: true, cancellationToken))
        {
            if (await OwnerOfFolderAsync(batch, cancellationToken) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    public async Task<(Batch Batch, string ETag)?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, JobId.PartitionOf(id), BatchKey(id), cancellationToken) is { } row ? (FromJson(row), row.ETag) : null;

    /// <summary>The id of the open batch on the same folder; null: nobody has it.</summary>
    public async Task<string?> OwnerOfFolderAsync(Batch batch, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, JobId.PartitionOf(batch.Id), FolderKey(batch), cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Content, BatchJson.Default.BatchStart)!.BatchId
            : null;

    /// <summary>Replaces a batch that is still as it was read, and what goes with it.</summary>
    /// <param name="page">The files of a page that was found; null: none.</param>
    /// <returns>False when it is not as it was read, or another batch has the folder of one that is to be open again.</returns>
    public Task<bool> TryReplaceAsync(
        Batch before, string etag, Batch after, EventRecord? told, IReadOnlyList<BatchFile>? page, CancellationToken cancellationToken)
    {
        List<TableChange> changes = [new TableChange.Replace(BatchKey(after.Id), ToJson(after), etag)];
        if (page is not null)
        {
            changes.Add(new TableChange.Upsert(PageKey(new(after.Id, before.Pages)), JsonSerializer.Serialize(page, BatchJson.Default.IReadOnlyListBatchFile)));
        }

        changes.AddRange((before.HasEnded, after.HasEnded) switch
        {
            (false, true) => [new TableChange.Delete(OpenKey(after.Id)), new TableChange.Delete(FolderKey(after))],
            (true, false) => [new TableChange.Upsert(OpenKey(after.Id), "{}"), new TableChange.Insert(FolderKey(after), Claim(after))],
            _ => (IReadOnlyList<TableChange>)[],
        });
        if (told is not null)
        {
            changes.Add(Outbox.Row(told));
        }

        return TryCommitAsync(after.Id, changes, told is not null, cancellationToken);
    }

    /// <summary>The files of a page that are not queued yet; null when they are.</summary>
    public async Task<IReadOnlyList<BatchFile>?> FindFilesAsync(BatchPage page, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, JobId.PartitionOf(page.BatchId), PageKey(page), cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Content, BatchJson.Default.IReadOnlyListBatchFile)
            : null;

    /// <summary>The files of a page are jobs now.</summary>
    public Task DropFilesAsync(BatchPage page, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, JobId.PartitionOf(page.BatchId), [new TableChange.Delete(PageKey(page))], cancellationToken);

    /// <summary>Batches, newest first.</summary>
    public async Task<(IReadOnlyList<Batch> Batches, string? Cursor)> ListAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await tables.ListMergedAsync([.. Partitions.Select(partition => new TableSlice(Table, partition, "t~"))], limit, cursor, cancellationToken);
        var batches = new List<Batch>();
        foreach (var (_, row) in page.Rows)
        {
            if (await FindAsync(IdIn(row), cancellationToken) is var (batch, _))
            {
                batches.Add(batch);
            }
        }

        return (batches, page.Cursor);
    }

    /// <summary>Ids of the batches that have not ended.</summary>
    public IAsyncEnumerable<string> OpenAsync(CancellationToken cancellationToken) => Partitions.ToAsyncEnumerable()
        .SelectMany(partition => tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix("u~"), cancellationToken)).Select(IdIn);

    /// <summary>Batches that were begun before <paramref name="time"/>, partition by partition.</summary>
    public IAsyncEnumerable<string> BeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => Partitions.ToAsyncEnumerable()
        .SelectMany(partition => tables.ReadAllAsync(
            Table, partition, RowKeyRange.Prefix("t~").After($"t~{NewestFirst(time)}"), cancellationToken))
        .Select(IdIn);

    /// <summary>Forgets a batch that has ended and whose items are gone.</summary>
    public async Task RemoveAsync(Batch batch, CancellationToken cancellationToken)
    {
        var pages = tables.ReadAllAsync(Table, JobId.PartitionOf(batch.Id), RowKeyRange.Prefix(PagePrefix(batch.Id)), cancellationToken);
        await foreach (var rows in pages.Select(row => row.RowKey).Chunk(TableRules.MaxBatchChanges).WithCancellation(cancellationToken))
        {
            await tables.CommitAsync(Table, JobId.PartitionOf(batch.Id), [.. rows.Select(row => new TableChange.Delete(row))], cancellationToken);
        }

        await tables.CommitAsync(
            Table, JobId.PartitionOf(batch.Id), [new TableChange.Delete(TimeKey(batch)), new TableChange.Delete(BatchKey(batch.Id))], cancellationToken);
    }

    /// <summary>After rows were lost: every batch is listed, an open one has its folder, and nothing belongs to a batch that is gone.</summary>
    /// <returns>How many rows were written or removed.</returns>
    public async Task<int> RepairAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var partition in Partitions)
        {
            var expected = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (var batch in tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix(BatchKey("")), cancellationToken).Select(FromJson))
            {
                expected[TimeKey(batch)] = "{}";
                if (!batch.HasEnded)
                {
                    expected[OpenKey(batch.Id)] = "{}";
                    expected[FolderKey(batch)] = Claim(batch);
                }
            }

            changed += await StateRepairs.FitAsync(tables, Table, partition, ["t~", "u~", "f~"], expected, cancellationToken);
        }

        return changed;
    }

    private async Task<bool> TryCommitAsync(string id, IReadOnlyList<TableChange> changes, bool isTold, CancellationToken cancellationToken)
    {
        try
        {
            await tables.CommitAsync(Table, JobId.PartitionOf(id), changes, cancellationToken);
        }
        catch (TableConflictException)
        {
            return false;
        }

        if (isTold)
        {
            signal.Set();
        }

        return true;
    }

    private static string Folder(JobKind kind, string path) => JobId.Hash("folder", kind.ToString(), path);

    private static string FolderKey(Batch batch) => $"f~{Folder(batch.Kind, batch.Path)}";

    private static string Claim(Batch batch) => new BatchStart(batch.Id, batch.Attempt).ToBody();

    private static string BatchKey(string id) => $"b~{id}";

    private static string OpenKey(string id) => $"u~{id}";

    private static string TimeKey(Batch batch) => $"t~{NewestFirst(batch.Created)}~{batch.Id}";

    private static string PagePrefix(string id) => $"p~{id}~";

    private static string PageKey(BatchPage page) => string.Create(CultureInfo.InvariantCulture, $"{PagePrefix(page.BatchId)}{page.Number:x6}");

    private static string NewestFirst(DateTimeOffset time) => (long.MaxValue - time.UtcTicks).ToString("x16", CultureInfo.InvariantCulture);

    private static string IdIn(TableRow row) => row.RowKey[(row.RowKey.LastIndexOf('~') + 1)..];

    private static string ToJson(Batch batch) => JsonSerializer.Serialize(batch, BatchJson.Default.Batch);

    private static Batch FromJson(TableRow row) => JsonSerializer.Deserialize(row.Content, BatchJson.Default.Batch)!;
}
