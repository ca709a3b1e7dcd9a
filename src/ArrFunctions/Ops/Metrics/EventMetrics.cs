using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Events that this process moved to the log, and who follows them.</summary>
internal static class EventMetrics
{
    private static readonly MetricFamily Events = new("events_total", MetricKind.Counter, "Events that were entered into the log.", "severity");

    private static readonly MetricFamily Streams = new("event_streams", MetricKind.Gauge, "Clients that follow the events.");

    public static MetricCollector Collector(EventLog log, EventStreams streams) => MetricCollector.Of("events", [Events, Streams], sink =>
    {
        sink.Add(Streams, streams.Count);
        foreach (var severity in Enum.GetNames<EventSeverity>())
        {
            sink.Add(Events, log.Added.Of(severity), severity.ToLowerInvariant());
        }
    });
}
