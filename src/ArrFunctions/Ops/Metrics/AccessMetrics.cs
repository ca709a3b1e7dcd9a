using ArrFunctions.Ops.Access;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Wrong keys, and what they cost.</summary>
internal static class AccessMetrics
{
    private static readonly MetricFamily Refused = new("access_refused_total", MetricKind.Counter, "Requests with a wrong key or signature.");
    private static readonly MetricFamily Limited = new("access_limited_total", MetricKind.Counter, "Of the refused requests, those answered with 429, since their client had sent too many.");
    private static readonly MetricFamily Clients = new("access_refused_clients", MetricKind.Gauge, "Clients that sent a wrong key within the last minutes.");
    private static readonly MetricFamily Readings = new("access_key_readings_total", MetricKind.Counter, "How often the list of keys was read, because a key was not in memory.");

    public static MetricCollector Collector(FailedAttempts attempts, KnownKeys keys) => MetricCollector.Of("access", [Refused, Limited, Clients, Readings], sink =>
    {
        sink.Add(Refused, attempts.Total);
        sink.Add(Limited, attempts.Limited);
        sink.Add(Clients, attempts.Clients);
        sink.Add(Readings, keys.Readings);
    });
}
