using System.Globalization;
using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>Jobs, found by id, by status, by file, and newest first.</summary>
/// <remarks>
/// Table <c>Jobs</c>, 32 partitions by the first bits of the id, so each change of a job is one atomic batch. Rows: <c>j~{id}</c> the job;
/// <c>t~{newest first}~{id}</c> every job; <c>s~{group}~{order}~{id}</c> by status (<see cref="JobGroup"/>), waiting ones by when they are due,
/// all others newest first, with <see cref="JobCensus.Mark"/>; <c>o~</c> events. Those of batches stand in no <c>t~</c> and in <see cref="BatchRows"/>. Table <c>JobFiles</c>: <c>{instance}~{file id}~{id}</c>.
/// </remarks>
internal sealed partial class JobStore(ITableStore tables)
{
    public const string Table = "Jobs";

    /// <summary>Jobs of a page that are added at once: four rows each, and their counts.</summary>
    public const int MostItems = (TableRules.MaxBatchChanges - 1) / 4;

    private const string FileTable = "JobFiles";

    public static IReadOnlyList<string> Partitions { get; } = [.. Enumerable.Range(0, JobId.Partitions).Select(JobId.Partition)];

    /// <summary>Keeps a new job; false when there is one with this id.</summary>
    public async Task<bool> AddAsync(Job job, EventRecord? told, CancellationToken cancellationToken)
    {
        List<TableChange> changes =
        [
            new TableChange.Insert(JobKey(job.Id), ToJson(job)),
            new TableChange.Insert(TimeKey(job), "{}"),
            new TableChange.Insert(StatusKey(job), "{}"),
        ];
        if (told is not null)
        {
            changes.Add(Outbox.Row(told));
        }

        // The file knows a job before it is there, so no job is ever without it.
        await AddToFileAsync(job, cancellationToken);
        try
        {
            await tables.CommitAsync(Table, JobId.PartitionOf(job.Id), changes, cancellationToken);
            return true;
        }
        catch (TableConflictException conflict) when (conflict.Conflict is TableConflict.RowExists)
        {
            return false;
        }
    }

    /// <summary>Keeps new jobs of one page of a batch, all of them or none; those that are there already are left as they are.</summary>
    /// <param name="jobs">At most <see cref="MostItems"/>.</param>
    public async Task AddItemsAsync(BatchPage page, IReadOnlyList<Job> jobs, CancellationToken cancellationToken)
    {
        while (jobs.Count > 0)
        {
            var (counts, etag) = await FindCountsAsync(page, cancellationToken);
            List<TableChange> changes = [BatchRows.Counts(page, jobs.Aggregate(counts, static (sum, job) => sum.With(job, 1)), etag)];
            foreach (var job in jobs)
            {
                changes.Add(new TableChange.Insert(JobKey(job.Id), ToJson(job)));
                changes.Add(new TableChange.Insert(StatusKey(job), "{}"));
                changes.AddRange(BatchRows.Added(job, job.Batch!));
            }

            try
            {
                await tables.CommitAsync(Table, JobId.PartitionOf(page), changes, cancellationToken);
                return;
            }
            catch (TableConflictException)
            {
                // The counts moved on, or this was cut off once behind its commit.
                jobs = await jobs.ToAsyncEnumerable().Where(async (job, token) => await FindAsync(job.Id, token) is null).ToListAsync(cancellationToken);
            }
        }
    }

    /// <summary>Forgets a job that has ended. The page of a batch does not count it any less.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not var (job, etag) || !job.HasEnded())
        {
            return;
        }

        IEnumerable<TableChange> listed = job.Batch is { } item ? BatchRows.Removed(job, item) : [new TableChange.Delete(TimeKey(job))];
        try
        {
            await tables.CommitAsync(
                Table, JobId.PartitionOf(id), [new TableChange.Delete(JobKey(id), etag), new TableChange.Delete(StatusKey(job)), .. listed], cancellationToken);
        }
        catch (TableConflictException)
        {
            // Somebody wants it again.
            return;
        }

        if (job is { Instance: { } instance, FileId: { } fileId })
        {
            await tables.CommitAsync(
                FileTable, FilePartition(instance, fileId), [new TableChange.Delete($"{FilePrefix(instance, fileId)}{id}")], cancellationToken);
        }
    }

    /// <summary>Forgets the counts of a batch whose items are gone.</summary>
    public async Task RemoveCountsAsync(string batchId, int pages, CancellationToken cancellationToken)
    {
        for (var number = 0; number < pages; number++)
        {
            var page = new BatchPage(batchId, number);
            await tables.CommitAsync(Table, JobId.PartitionOf(page), [new TableChange.Delete(BatchRows.CountsKey(page))], cancellationToken);
        }
    }

    public async Task<(BatchCounts Counts, string? ETag)> FindCountsAsync(BatchPage page, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, JobId.PartitionOf(page), BatchRows.CountsKey(page), cancellationToken) is { } row
            ? (BatchRows.ReadCounts(row), row.ETag)
            : (new(), null);

    /// <summary>The counts of all pages that are in work or were.</summary>
    /// <param name="pages">How many pages the batch has.</param>
    public async Task<BatchCounts> CountItemsAsync(string batchId, int pages, CancellationToken cancellationToken)
    {
        var counts = new BatchCounts();
        foreach (var partition in PartitionsOf(batchId, pages))
        {
            await foreach (var row in tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix(BatchRows.CountsPrefix(batchId)), cancellationToken))
            {
                counts += BatchRows.ReadCounts(row);
            }
        }

        return counts;
    }

    /// <summary>The items of a batch in their order.</summary>
    /// <param name="groups">Null for all.</param>
    public async Task<(IReadOnlyList<Job> Jobs, string? Cursor)> ListItemsAsync(
        string batchId, int pages, IReadOnlyList<string>? groups, int limit, string? cursor, CancellationToken cancellationToken)
    {
        string?[] wanted = groups is null ? [null] : [.. groups];
        var slices = PartitionsOf(batchId, pages)
            .SelectMany(partition => wanted.Select(group => new TableSlice(Table, partition, BatchRows.ItemsPrefix(batchId, group))))
            .ToList();
        if (slices.Count == 0)
        {
            return ([], null);
        }

        var page = await tables.ListMergedAsync(slices, limit, cursor, cancellationToken);
        var jobs = new List<Job>();
        foreach (var (_, row) in page.Rows)
        {
            if (await FindAsync(IdIn(row.RowKey), cancellationToken) is var (job, _)
                && groups?.Contains(BatchRows.GroupOf(job.Status, job.Result), StringComparer.Ordinal) is not false)
            {
                jobs.Add(job);
            }
        }

        return (jobs, page.Cursor);
    }

    /// <summary>Ids of the items of a batch in some groups, or of all, partition by partition; one that changes its group behind the place that is read is not seen again.</summary>
    public IAsyncEnumerable<string> ItemIdsAsync(string batchId, int pages, IReadOnlyList<string?> groups, CancellationToken cancellationToken) =>
        PartitionsOf(batchId, pages).ToAsyncEnumerable()
            .SelectMany(partition => groups.ToAsyncEnumerable().SelectMany(
                group => tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix(BatchRows.ItemsPrefix(batchId, group)), cancellationToken)))
            .Select(row => IdIn(row.RowKey));

    public async Task<(Job Job, string ETag)?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, JobId.PartitionOf(id), JobKey(id), cancellationToken) is { } row ? (FromJson(row.Content), row.ETag) : null;

    /// <summary>Replaces a job that is still as it was read; false when it is not.</summary>
    public async Task<bool> TryReplaceAsync(Job before, string etag, Job after, EventRecord? told, CancellationToken cancellationToken)
    {
        List<TableChange> changes = [new TableChange.Replace(JobKey(after.Id), ToJson(after), etag)];
        if (StatusKey(before) != StatusKey(after))
        {
            changes.Add(new TableChange.Delete(StatusKey(before)));
            changes.Add(new TableChange.Upsert(StatusKey(after), JobCensus.Mark(after)));
        }

        if (after.Batch is { } item && (before.Status, before.Result) != (after.Status, after.Result))
        {
            var page = new BatchPage(item.Id, item.Page);
            var (counts, etagOfCounts) = await FindCountsAsync(page, cancellationToken);
            changes.Add(BatchRows.Counts(page, counts.With(before, -1).With(after, 1), etagOfCounts));
            changes.AddRange(BatchRows.Moved(before, after, item));
        }

        if (told is not null)
        {
            changes.Add(Outbox.Row(told));
        }

        try
        {
            await tables.CommitAsync(Table, JobId.PartitionOf(after.Id), changes, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>Jobs in the order of their list: all of them newest first, or those of some groups.</summary>
    public async Task<(IReadOnlyList<Job> Jobs, string? Cursor)> ListAsync(
        IReadOnlyList<string>? groups, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var prefixes = groups?.Select(group => $"s~{group}~").ToList() ?? ["t~"];
        var slices = prefixes.SelectMany(prefix => Partitions.Select(partition => new TableSlice(Table, partition, prefix))).ToList();
        var page = await tables.ListMergedAsync(slices, limit, cursor, cancellationToken);
        var jobs = new List<Job>();
        foreach (var (_, row) in page.Rows)
        {
            // Its status can have changed since the list was read.
            if (await FindAsync(IdIn(row.RowKey), cancellationToken) is var (job, _) && groups?.Contains(JobGroup.Of(job), StringComparer.Ordinal) is not false)
            {
                jobs.Add(job);
            }
        }

        return (jobs, page.Cursor);
    }

    /// <summary>Ids of a group, partition by partition; each page is read when it is enumerated.</summary>
    public IAsyncEnumerable<string> IdsAsync(string group, CancellationToken cancellationToken) =>
        IdsAsync(RowKeyRange.Prefix($"s~{group}~"), cancellationToken);

    /// <summary>Ids of waiting jobs that are due.</summary>
    public IAsyncEnumerable<string> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = $"s~{JobGroup.Waiting}~";
        return IdsAsync(new RowKeyRange(waiting, $"{waiting}{Ticks(now.UtcTicks + 1)}"), cancellationToken);
    }

    /// <summary>Ids of the jobs of a group that stand in it since before <paramref name="time"/>.</summary>
    public IAsyncEnumerable<string> BeforeAsync(string group, DateTimeOffset time, CancellationToken cancellationToken) =>
        IdsAsync(RowKeyRange.Prefix($"s~{group}~").After($"s~{group}~{NewestFirst(time)}"), cancellationToken);

    /// <summary>How many jobs a group has, counted up to <paramref name="most"/>.</summary>
    public async Task<int> CountAsync(string group, int most, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var partition in Partitions)
        {
            string? continuation = null;
            do
            {
                var range = RowKeyRange.Prefix($"s~{group}~");
                var page = await tables.ListAsync(Table, partition, range, Math.Min(most - count, TableRules.MaxPageRows), continuation, cancellationToken);
                count += page.Rows.Count;
                continuation = page.Continuation;
            }
            while (continuation is not null && count < most);

            if (count == most)
            {
                break;
            }
        }

        return count;
    }

    /// <summary>Ids of the jobs on a file, as the instance numbers its files.</summary>
    public IAsyncEnumerable<string> OfFileAsync(string instance, int fileId, CancellationToken cancellationToken) =>
        tables.ReadAllAsync(FileTable, FilePartition(instance, fileId), RowKeyRange.Prefix(FilePrefix(instance, fileId)), cancellationToken)
            .Select(row => IdIn(row.RowKey));

    /// <summary>Whether a page of jobs can have ended with it.</summary>
    public static bool IsCursor(string text) =>
        text.Length == 49 && text[16] is '~' && text[..16].All(char.IsAsciiHexDigitLower) && JobId.IsId(text[17..]);

    private IAsyncEnumerable<string> IdsAsync(RowKeyRange range, CancellationToken cancellationToken) => Partitions.ToAsyncEnumerable()
        .SelectMany(partition => tables.ReadAllAsync(Table, partition, range, cancellationToken)).Select(row => IdIn(row.RowKey));

    private Task AddToFileAsync(Job job, CancellationToken cancellationToken) => job is { Instance: { } instance, FileId: { } fileId }
        ? tables.CommitAsync(
            FileTable, FilePartition(instance, fileId), [new TableChange.Upsert($"{FilePrefix(instance, fileId)}{job.Id}", "{}")], cancellationToken)
        : Task.CompletedTask;

    private static string FilePartition(string instance, int fileId) => JobId.PartitionOf(JobId.Hash(instance, Number(fileId)));

    private static string FilePrefix(string instance, int fileId) => $"{instance}~{Number(fileId)}~";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> PartitionsOf(string batchId, int pages) =>
        Enumerable.Range(0, Math.Min(pages, JobId.Partitions)).Select(number => JobId.PartitionOf(new BatchPage(batchId, number)));

    private static string TimeKey(Job job) => $"t~{NewestFirst(job.Created)}~{job.Id}";

    private static string JobKey(string id) => $"j~{id}";

    private static string StatusKey(Job job) =>
        $"s~{JobGroup.Of(job)}~{(job.Status is JobStatus.Waiting ? Ticks(job.Wait!.Until.UtcTicks) : NewestFirst(job.Updated))}~{job.Id}";

    private static string NewestFirst(DateTimeOffset time) => Ticks(long.MaxValue - time.UtcTicks);

    private static string Ticks(long ticks) => ticks.ToString("x16", CultureInfo.InvariantCulture);

    private static string IdIn(string rowKey) => rowKey[(rowKey.LastIndexOf('~') + 1)..];

    private static string ToJson(Job job) => JsonSerializer.Serialize(job, JobJson.Default.Job);

    private static Job FromJson(string json) => JsonSerializer.Deserialize(json, JobJson.Default.Job)!;
}
