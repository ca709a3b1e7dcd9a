using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Jobs;

/// <summary>How many jobs stand where now, and how many ended how.</summary>
/// <param name="Now">Jobs that have not ended, by status; counted up to 10,000 each.</param>
/// <param name="Today">Changes of status since midnight (UTC), by the status they led to.</param>
/// <param name="Total">The same since the beginning.</param>
internal sealed record JobStatistics(
    IReadOnlyDictionary<string, int> Now, IReadOnlyDictionary<string, long> Today, IReadOnlyDictionary<string, long> Total)
{
    private const int Most = 10_000;

    public static async Task<JobStatistics> ReadAsync(
        JobStore store, EventLog log, BatchTallies batches, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var status in new[] { JobStatus.Queued, JobStatus.Running, JobStatus.Waiting })
        {
            var count = 0;
            foreach (var group in JobGroup.Of(status))
            {
                count += await store.CountAsync(group, Most, cancellationToken);
            }

            now[JsonNamingPolicy.CamelCase.ConvertName(status.ToString())] = count;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new(
            now,
            Sum(OfJobs(await log.CountsAsync(today, cancellationToken)), await batches.OfDayAsync(clock.GetUtcNow(), cancellationToken)),
            Sum(OfJobs(await log.TotalCountsAsync(cancellationToken)), await batches.TotalAsync(cancellationToken)));
    }

    /// <summary>What is not told of each item of a batch is counted when the batch ends.</summary>
    private static Dictionary<string, long> Sum(Dictionary<string, long> told, BatchCounts untold)
    {
        foreach (var (status, count) in new[]
        {
            ("succeeded", untold.AlreadyCorrect + untold.Planned), ("skipped", untold.Skipped), ("cancelled", untold.Cancelled),
        }.Where(one => one.Item2 > 0))
        {
            told[status] = told.GetValueOrDefault(status) + count;
        }

        return told;
    }

    private static Dictionary<string, long> OfJobs(IReadOnlyDictionary<string, long> counts) => counts
        .Where(count => count.Key.StartsWith("job.", StringComparison.Ordinal))
        .ToDictionary(count => count.Key["job.".Length..], count => count.Value, StringComparer.Ordinal);
}
