using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Runs the collectors, all at once and each within its time; whoever reads shortly after another gets the same.</summary>
internal sealed class MetricCollectors(IEnumerable<MetricCollector> collectors, TimeProvider clock, ILogger<MetricCollectors> logger) : IDisposable
{
    /// <summary>So long a collector is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly MetricFamily Error = new(
        "collector_error", MetricKind.Gauge, "1 where the last look of a collector failed or took too long: its metrics are missing.", "collector");

    private static readonly MetricFamily Duration = new(
        "collector_duration_seconds", MetricKind.Gauge, "How long the last look of a collector took.", "collector") { Unit = "seconds" };

    private static readonly MetricFamily Overflow = new(
        "metric_overflow_total", MetricKind.Counter, "Label sets that a metric had too many of, and that were left out.", "metric");

    private readonly SemaphoreSlim turn = new(1);
    private readonly List<CollectorSlot> slots = [.. collectors.Select(collector => new CollectorSlot(collector, Patience, clock, logger))];
    private readonly Tally overflow = new();

    /// <summary>All metrics that come of collectors.</summary>
    public IReadOnlyList<MetricFamily> Families => [.. slots.SelectMany(static slot => slot.Collector.Families), Error, Duration, Overflow];

    /// <summary>What was told last; nothing before the first reading.</summary>
    public IReadOnlyList<MetricValues> Last { get; private set; } = [];

    /// <summary>Never throws but for a cancellation.</summary>
    [SuppressMessage("Reliability", "CA2016:Forward the CancellationToken", Justification = "What one reader began is there for the next.")]
    public async Task<IReadOnlyList<MetricValues>> ReadAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var looks = await Task.WhenAll(slots.Select(static slot => slot.LookAsync()));
            var own = new MetricSink([Error, Duration, Overflow]);
            foreach (var (slot, look) in slots.Zip(looks))
            {
                own.Add(Error, look.Values is null ? 1 : 0, slot.Collector.Name);
                own.Add(Duration, look.Took.TotalSeconds, slot.Collector.Name);
                if (look.IsNew)
                {
                    overflow.Add(look.Left);
                }
            }

            foreach (var (metric, count) in overflow.Counts)
            {
                own.Add(Overflow, count, metric);
            }

            return Last = [.. looks.SelectMany(static look => look.Values ?? []), .. own.Values];
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
