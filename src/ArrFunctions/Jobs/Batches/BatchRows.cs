using System.Globalization;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>What the jobs of batches have in their table beside what every job has there.</summary>
/// <remarks>
/// In the partition of a page's jobs: <c>c~{batch}~{page}</c> their counts, changed in the same batch as each of them;
/// <c>i~{batch}~{page}{index}~{id}</c> every item; <c>k~{batch}~{group}~{page}{index}~{id}</c> the items by <see cref="GroupOf"/>.
/// </remarks>
internal static class BatchRows
{
    /// <summary>The rows of a new item.</summary>
    public static IEnumerable<TableChange> Added(Job job, BatchItem item) =>
        [new TableChange.Insert(ItemKey(job.Id, item), "{}"), new TableChange.Insert(GroupKey(job, item), "{}")];

    /// <summary>What changes in the lists of an item with its status.</summary>
    public static IEnumerable<TableChange> Moved(Job before, Job after, BatchItem item) => GroupKey(before, item) == GroupKey(after, item)
        ? []
        : [new TableChange.Delete(GroupKey(before, item)), new TableChange.Upsert(GroupKey(after, item), "{}")];

    /// <summary>The rows of an item that is removed.</summary>
    public static IEnumerable<TableChange> Removed(Job job, BatchItem item) =>
        [new TableChange.Delete(ItemKey(job.Id, item)), new TableChange.Delete(GroupKey(job, item))];

    /// <param name="etag">Of the counts as they were read; null: there were none.</param>
    public static TableChange Counts(BatchPage page, BatchCounts counts, string? etag)
    {
        var content = ToJson(counts);
        return etag is null ? new TableChange.Insert(CountsKey(page), content) : new TableChange.Replace(CountsKey(page), content, etag);
    }

    public static string ToJson(BatchCounts counts) => JsonSerializer.Serialize(counts, BatchJson.Default.BatchCounts);

    public static BatchCounts ReadCounts(TableRow row) => JsonSerializer.Deserialize(row.Content, BatchJson.Default.BatchCounts)!;

    public static string CountsKey(BatchPage page) => $"{CountsPrefix(page.BatchId)}{Page(page.Number)}";

    public static string CountsPrefix(string batchId) => $"c~{batchId}~";

    /// <param name="group">Null for all items.</param>
    public static string ItemsPrefix(string batchId, string? group) => group is null ? $"i~{batchId}~" : $"k~{batchId}~{group}~";

    /// <summary>The list that an item stands in: its status, and its result where it has one.</summary>
    public static string GroupOf(JobStatus status, JobResult? result) =>
        result is { } done && status is JobStatus.Succeeded ? JobGroup.Succeeded(done) : status.ToString().ToLowerInvariant();

    /// <summary>The lists of items that stand for lists of jobs (<see cref="JobGroup"/>): a batch has one lane.</summary>
    public static IReadOnlyList<string>? GroupsOf(IReadOnlyList<string>? groups) => groups is null
        ? null
        : [.. groups.Select(group => group.StartsWith("succeeded.", StringComparison.Ordinal) ? group : group.Split('.')[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a page of items can have ended with it: <c>{page}{index}~{id}</c>.</summary>
    public static bool IsCursor(string text) =>
        text.Length == 41 && text[8] is '~' && text[..8].All(char.IsAsciiHexDigitLower) && JobId.IsId(text[9..]);

    private static string ItemKey(string jobId, BatchItem item) => $"{ItemsPrefix(item.Id, group: null)}{Place(item)}~{jobId}";

    private static string GroupKey(Job job, BatchItem item) => $"{ItemsPrefix(item.Id, GroupOf(job.Status, job.Result))}{Place(item)}~{job.Id}";

    private static string Place(BatchItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Page:x6}{item.Index:x2}");

    private static string Page(int number) => number.ToString("x6", CultureInfo.InvariantCulture);
}
