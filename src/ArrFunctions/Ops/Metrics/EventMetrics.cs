using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Events that this process moved to the log.</summary>
internal static class EventMetrics
{
    private static readonly MetricFamily Events = new("events_total", MetricKind.Counter, "Events that were entered into the log.", "severity");

    public static MetricCollector Collector(EventLog log) => MetricCollector.Of("events", [Events], sink =>
    {
        foreach (var severity in Enum.GetNames<EventSeverity>())
        {
            sink.Add(Events, log.Added.Of(severity), severity.ToLowerInvariant());
        }
    });
}
