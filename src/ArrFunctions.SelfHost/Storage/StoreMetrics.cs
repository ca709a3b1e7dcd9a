using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>How large the state is, and how fast it is written.</summary>
internal static class StoreMetrics
{
    private static readonly MetricFamily Size = new("store_size_bytes", MetricKind.Gauge, "The state file and its log.") { Unit = "bytes" };
    private static readonly MetricFamily Free = new("store_disk_free_bytes", MetricKind.Gauge, "Space that is left where the state lies.") { Unit = "bytes" };
    private static readonly MetricFamily Disk = new("store_disk_size_bytes", MetricKind.Gauge, "Size of the file system where the state lies.") { Unit = "bytes" };
    private static readonly MetricFamily Commits = new("store_commits_total", MetricKind.Counter, "Transactions; writes that come together share one.");

    private static readonly MetricFamily Times = new(
        "store_commit_duration_seconds", MetricKind.Histogram, "How long transactions took, the flush to disk included.") { Unit = "seconds", Bounds = CommitBounds };

    public static IReadOnlyList<double> CommitBounds => [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

    public static MetricCollector Collector(SqliteStateFile state, SqliteOptions options) => MetricCollector.Of("store", [Size, Free, Disk, Commits, Times], sink =>
    {
        var drive = new DriveInfo(options.Folder);
        sink.Add(Size, options.Size);
        sink.Add(Free, drive.AvailableFreeSpace);
        sink.Add(Disk, drive.TotalSize);
        sink.Add(Commits, state.Writer.Groups);
        sink.Add(Times, state.Writer.Times.Now);
    });
}
