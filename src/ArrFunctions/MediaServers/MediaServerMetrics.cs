using ArrFunctions.Ops.Metrics;
using ArrFunctions.Servarr;

namespace ArrFunctions.MediaServers;

/// <summary>Which media servers are left alone, because they failed again and again.</summary>
internal static class MediaServerMetrics
{
    private static readonly MetricFamily State = new(
        "media_server_breaker_state", MetricKind.Gauge, "Whether a media server is told: 0 yes, 1 it is tried with one call, 2 it is left alone for a minute.", "server");

    public static MetricCollector Collector(MediaServerTelling telling) => MetricCollector.Of("mediaServers", [State], sink =>
    {
        foreach (var (server, breaker) in telling.Breakers)
        {
            sink.Add(State, BreakerMetrics.Number(breaker), server);
        }
    });
}
