using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <content>What follows from the jobs themselves, after rows were lost.</content>
internal sealed partial class JobStore
{
    /// <summary>Every job stands in its lists and in no other, and no page of a batch waits for a job that is gone.</summary>
    /// <returns>How many rows were written or removed.</returns>
    public async Task<int> RepairAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var partition in Partitions)
        {
            var rows = await tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix(JobKey("")), cancellationToken).ToListAsync(cancellationToken);
            var jobs = rows.Select(TryRead).OfType<Job>().ToList();
            changed += await RemoveAsync(partition, rows.Where(static row => TryRead(row) is null), cancellationToken);
            changed += await StateRepairs.FitAsync(tables, Table, partition, ["t~", "s~", "i~", "k~"], Lists(jobs), cancellationToken);
            changed += await RepairCountsAsync(partition, jobs, cancellationToken);
        }

        return changed;
    }

    /// <returns>Null: its bytes changed, and what they say now is JSON and no job.</returns>
    private static Job? TryRead(TableRow row)
    {
        try
        {
            return FromJson(row.Content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The damaged files still have them; here, every list with one of them in it would fail.</summary>
    private async Task<int> RemoveAsync(string partition, IEnumerable<TableRow> rows, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var chunk in rows.Select(static row => new TableChange.Delete(row.RowKey)).Chunk(TableRules.MaxBatchChanges))
        {
            await tables.CommitAsync(Table, partition, chunk, cancellationToken);
            changed += chunk.Length;
        }

        return changed;
    }

    private static Dictionary<string, string> Lists(IReadOnlyList<Job> jobs)
    {
        var lists = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            lists[StatusKey(job)] = JobCensus.Mark(job);
            foreach (var change in job.Batch is { } item ? BatchRows.Added(job, item) : [new TableChange.Insert(TimeKey(job), "{}")])
            {
                lists[change.RowKey] = "{}";
            }
        }

        return lists;
    }

    /// <summary>What has ended may have been removed since and still counts; what is under way is there, or was lost.</summary>
    private async Task<int> RepairCountsAsync(string partition, IReadOnlyList<Job> jobs, CancellationToken cancellationToken)
    {
        var changed = 0;
        var pages = jobs.Where(static job => job.Batch is not null).GroupBy(static job => BatchRows.CountsKey(new(job.Batch!.Id, job.Batch.Page)), StringComparer.Ordinal)
            .ToDictionary(static page => page.Key, static page => page.Aggregate(new BatchCounts(), static (sum, job) => sum.With(job, 1)), StringComparer.Ordinal);
        await foreach (var row in tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix("c~"), cancellationToken))
        {
            var before = BatchRows.ReadCounts(row);
            var there = pages.Remove(row.RowKey, out var found) ? found : new();
            changed += await SetCountsAsync(partition, row.RowKey, before, before.Without(there), cancellationToken);
        }

        foreach (var (key, counts) in pages)
        {
            changed += await SetCountsAsync(partition, key, before: null, counts, cancellationToken);
        }

        return changed;
    }

    private async Task<int> SetCountsAsync(string partition, string key, BatchCounts? before, BatchCounts after, CancellationToken cancellationToken)
    {
        if (before == after)
        {
            return 0;
        }

        await tables.CommitAsync(Table, partition, [new TableChange.Upsert(key, BatchRows.ToJson(after))], cancellationToken);
        return 1;
    }
}
