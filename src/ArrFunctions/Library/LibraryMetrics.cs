using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Library;

/// <summary>The last export of each library, and the scores that it found.</summary>
internal static class LibraryMetrics
{
    private const string Instance = "instance";

    private static readonly MetricFamily Success = new(
        "export_last_success_timestamp_seconds", MetricKind.Gauge, "When an export last ended, as Unix time.", Instance) { Unit = "seconds" };

    private static readonly MetricFamily Duration = new("export_duration_seconds", MetricKind.Gauge, "How long that export took.", Instance) { Unit = "seconds" };
    private static readonly MetricFamily Files = new("export_files", MetricKind.Gauge, "Files that it found.", Instance);
    private static readonly MetricFamily Mean = new("export_mean_score", MetricKind.Gauge, "Mean custom format score of those files.", Instance);
    private static readonly MetricFamily Candidates = new("export_upgrade_candidates", MetricKind.Gauge, "Files of which a better one can be had by the rules of their profiles.", Instance);

    private static readonly MetricFamily Scores = new(
        "custom_format_score", MetricKind.GaugeHistogram, "Custom format scores of the files, as the last export found them.", Instance, "profile")
    {
        Bounds = ScoreCounts.Bounds,
    };

    public static MetricCollector Collector(ExportIntake intake, LibraryStore store, ExportStore exports) => new(
        "library",
        [Success, Duration, Files, Mean, Candidates, Scores],
        async (sink, cancellationToken) =>
        {
            foreach (var instance in intake.Instances.Select(static instance => instance.Name))
            {
                if (await store.FindStateAsync(instance, cancellationToken) is ({ ExportId: { } id }, _)
                    && await exports.FindAsync(instance, id, cancellationToken) is { Snapshot: { } figures } run)
                {
                    sink.AddTime(Success, figures.Time, instance);
                    sink.Add(Duration, (figures.Time - run.Started).TotalSeconds, instance);
                    sink.Add(Files, figures.Files, instance);
                    sink.Add(Mean, figures.MeanScore, instance);
                    sink.Add(Candidates, figures.Candidates ?? 0, instance);
                    AddScores(sink, run);
                }
            }
        });

    private static void AddScores(MetricSink sink, ExportRun run)
    {
        foreach (var profile in (run.Scores ?? []).Where(static profile => profile.Counts.Count == ScoreCounts.Bounds.Count + 1))
        {
            sink.Add(Scores, new BucketCounts(profile.Counts, profile.Sum), run.Instance, profile.Profile);
        }
    }
}
