using System.Diagnostics;
using System.Diagnostics.Metrics;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Audio;

/// <summary>Counts and times the files that were worked on.</summary>
internal sealed class AudioMetrics(ProductMeter meter, TimeProvider clock)
{
    private const string Container = "container_type";

    public static readonly MetricFamily Files = new(
        "files_processed_total", MetricKind.Counter, "Files that were worked on, by what came of them.", "status", Container);

    public static readonly MetricFamily Durations = new(
        "file_processing_duration_seconds", MetricKind.Histogram, "How long the work on a file took.", Container)
    {
        Unit = "seconds", Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
    };

    private readonly Counter<long> files = meter.Counter(Files);
    private readonly Histogram<double> durations = meter.Histogram(Durations);
    private long done;
    private long ticks;

    /// <summary>By status.</summary>
    public Tally Done { get; } = new();

    /// <summary>Null before the first file.</summary>
    public TimeSpan? MeanTime => Interlocked.Read(ref done) is > 0 and var count ? new(Interlocked.Read(ref ticks) / count) : null;

    /// <summary>The handler of a job, with what comes of it counted.</summary>
    public async Task<JobOutcome> RunAsync(Job job, Func<Task<JobOutcome>> work)
    {
        var started = clock.GetTimestamp();
        var status = "faulted";
        try
        {
            var outcome = await work();
            status = WordOf(outcome);
            return outcome;
        }
        catch (OperationCanceledException)
        {
            status = "stopped";
            throw;
        }
        finally
        {
            Count(status, ContainerOf(job.Path), clock.GetElapsedTime(started));
        }
    }

    private void Count(string status, string container, TimeSpan took)
    {
        var tags = new TagList { { Container, container } };
        durations.Record(took.TotalSeconds, in tags);
        tags.Add("status", status);
        files.Add(1, in tags);
        Done.Add(status);
        Interlocked.Increment(ref done);
        Interlocked.Add(ref ticks, took.Ticks);
    }

    private static string WordOf(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Succeeded { Result: JobResult.Changed } => "changed",
        JobOutcome.Succeeded { Result: JobResult.AlreadyCorrect } => "alreadyCorrect",
        JobOutcome.Succeeded { Result: JobResult.Planned } => "planned",
        JobOutcome.Waiting => "waiting",
        JobOutcome.Skipped => "skipped",
        JobOutcome.Handed => "handed",
        _ => "failed",
    };

    /// <summary>As its name says: a file that is not there has no other.</summary>
    private static string ContainerOf(string path)
    {
        var ending = Path.GetExtension(path.AsSpan());
        return Is(ending, ".mkv") || Is(ending, ".mka") || Is(ending, ".webm") ? "mkv"
            : Is(ending, ".mp4") || Is(ending, ".m4v") || Is(ending, ".mov") || Is(ending, ".m4a") ? "mp4"
            : "other";
    }

    private static bool Is(ReadOnlySpan<char> ending, string known) => ending.Equals(known, StringComparison.OrdinalIgnoreCase);
}
