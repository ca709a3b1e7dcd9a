using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Jobs;

/// <summary>How jobs, lanes and batches stand.</summary>
internal static class JobMetrics
{
    private const string LaneLabel = "lane";

    private static readonly MetricFamily Ended = new("jobs_total", MetricKind.Counter, "Jobs that ended in this process.", "status");
    private static readonly MetricFamily Active = new("jobs_active", MetricKind.Gauge, "Jobs that are worked on.");
    private static readonly MetricFamily Queued = new("queue_size", MetricKind.Gauge, "Jobs that are queued, in all lanes.");
    private static readonly MetricFamily Waiting = new("audio_waiting_files", MetricKind.Gauge, "Files that are looked at again later, by what they wait for.", "reason");
    private static readonly MetricFamily Messages = new("lane_messages", MetricKind.Gauge, "About how many messages a lane holds, those of running jobs included.", LaneLabel);
    private static readonly MetricFamily Workers = new("lane_workers", MetricKind.Gauge, "Workers of a lane.", LaneLabel);
    private static readonly MetricFamily Running = new("lane_running_jobs", MetricKind.Gauge, "Jobs of a lane that are worked on.", LaneLabel);
    private static readonly MetricFamily Paused = new("lane_paused", MetricKind.Gauge, "1 while a person has paused the lane.", LaneLabel);
    private static readonly MetricFamily Oldest = new("lane_oldest_age_seconds", MetricKind.Gauge, "How long the longest queued job of a lane waits for a worker.", LaneLabel) { Unit = "seconds" };
    private static readonly MetricFamily Batches = new("batches_open", MetricKind.Gauge, "Batches that have not ended.");

    public static MetricCollector Collector(JobLedger ledger, JobCensus census, LaneReport lanes, BatchStore batches, TimeProvider clock) => new(
        "jobs",
        [Ended, Active, Queued, Waiting, Messages, Workers, Running, Paused, Oldest, Batches],
        async (sink, cancellationToken) =>
        {
            foreach (var status in (JobStatus[])[JobStatus.Succeeded, JobStatus.Skipped, JobStatus.Failed, JobStatus.Poisoned, JobStatus.Cancelled])
            {
                sink.Add(Ended, ledger.Ended.Of(JobCensus.Word(status)), JobCensus.Word(status));
            }

            var (counts, now) = (await census.CountAsync(cancellationToken), clock.GetUtcNow());
            sink.Add(Active, counts.Running.Values.Sum());
            sink.Add(Queued, counts.Queued.Values.Sum());
            foreach (var reason in Enum.GetValues<WaitReason>().Select(JobCensus.Word).Union(counts.Waiting.Keys, StringComparer.Ordinal))
            {
                sink.Add(Waiting, counts.Waiting.GetValueOrDefault(reason), reason);
            }

            foreach (var view in (await lanes.ReadAsync(cancellationToken)).Lanes)
            {
                var lane = JobCensus.Word(view.Lane);
                sink.Add(Messages, view.Messages, lane);
                sink.Add(Workers, view.Workers, lane);
                sink.Add(Running, counts.Running.GetValueOrDefault(lane), lane);
                sink.Add(Paused, view.IsPaused ? 1 : 0, lane);
                sink.Add(Oldest, counts.OldestQueued.TryGetValue(lane, out var since) && since < now ? (now - since).TotalSeconds : 0, lane);
            }

            sink.Add(Batches, await batches.OpenAsync(cancellationToken).CountAsync(cancellationToken));
        });
}
