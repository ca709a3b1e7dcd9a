using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Ops.Backup;

/// <summary>How backups go.</summary>
internal static class BackupMetrics
{
    private static readonly MetricFamily Success = new(
        "backup_last_success_timestamp_seconds", MetricKind.Gauge, "When the newest backup was made, in Unix time; missing while there is none.") { Unit = "seconds" };

    private static readonly MetricFamily Size = new("backup_last_size_bytes", MetricKind.Gauge, "Size of the newest backup.") { Unit = "bytes" };

    private static readonly MetricFamily Failed = new("backup_failed", MetricKind.Gauge, "1 where the last backup could not be made.");

    public static MetricCollector Collector(BackupLedger ledger) => new("backup", [Success, Size, Failed], async (sink, cancellationToken) =>
    {
        var account = await ledger.FindAsync(cancellationToken);
        if (account.LastSuccess is { } success)
        {
            sink.Add(Success, success.ToUnixTimeSeconds());
        }

        if (account.LastBytes is { } bytes)
        {
            sink.Add(Size, bytes);
        }

        sink.Add(Failed, account.Failure is null ? 0 : 1);
    });
}
