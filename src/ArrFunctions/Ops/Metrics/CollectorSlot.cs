using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Metrics;

/// <summary>One collector, its last answer, and the look that is underway. The caller sees to it that nobody looks twice at once.</summary>
internal sealed partial class CollectorSlot(MetricCollector collector, TimeSpan patience, TimeProvider clock, ILogger logger)
{
    private Task<MetricSink>? underway;
    private CollectorLook? kept;
    private long since;
    private bool wasFine = true;

    public MetricCollector Collector => collector;

    /// <summary>What is kept, or what a new look tells; one that hangs from before is not begun a second time.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A collector that fails is shown as such, and must not take the others along.")]
    public async Task<CollectorLook> LookAsync()
    {
        if (kept is { } last && clock.GetElapsedTime(since) < collector.KeepFor)
        {
            return last with { IsNew = false };
        }

        var started = clock.GetTimestamp();
        using var late = new CancellationTokenSource(patience, clock);
        try
        {
            // Not on the caller's thread: it may forget to wait.
            underway = underway is { IsCompleted: false } ? underway : Task.Run(() => CollectAsync(late.Token), CancellationToken.None);
            var sink = await underway.WaitAsync(patience, clock, CancellationToken.None);
            (kept, since, wasFine) = (new(sink.Values, sink.Left, clock.GetElapsedTime(started)), clock.GetTimestamp(), true);
            return kept;
        }
        catch (Exception fault)
        {
            await late.CancelAsync();
            Tell(fault);
            kept = null;
            return new(Values: null, new Dictionary<string, long>(StringComparer.Ordinal), clock.GetElapsedTime(started));
        }
    }

    private async Task<MetricSink> CollectAsync(CancellationToken cancellationToken)
    {
        var sink = new MetricSink(collector.Families);
        await collector.CollectAsync(sink, cancellationToken);
        return sink;
    }

    /// <summary>The same again at each reading tells nobody anything new.</summary>
    private void Tell(Exception fault)
    {
        if (wasFine)
        {
            wasFine = false;
            Log.Failed(logger, fault, collector.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The collector {Name} failed or took too long; its metrics are missing until it works again.")]
        public static partial void Failed(ILogger logger, Exception fault, string name);
    }
}

/// <summary>What a look of a collector came to.</summary>
/// <param name="Values">Null: it failed.</param>
/// <param name="Left">Label sets that found no room, by the name of their metric.</param>
internal sealed record CollectorLook(IReadOnlyList<MetricValues>? Values, IReadOnlyDictionary<string, long> Left, TimeSpan Took)
{
    public bool IsNew { get; init; } = true;
}
