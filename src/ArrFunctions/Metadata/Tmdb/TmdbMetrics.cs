using ArrFunctions.Ops.Metrics;
using ArrFunctions.Servarr;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>What TMDB was asked.</summary>
internal static class TmdbMetrics
{
    private static readonly MetricFamily Requests = new(
        "tmdb_api_requests_total", MetricKind.Counter, "Requests to TMDB, by the status of the answer, or timeout or unreachable.", "status");

    private static readonly MetricFamily Hits = new("tmdb_cache_hits_total", MetricKind.Counter, "Questions that a kept answer of TMDB answered.");

    private static readonly MetricFamily Breaker = new(
        "tmdb_breaker_state", MetricKind.Gauge, "Whether TMDB is asked: 0 yes, 1 it is tried with one call, 2 it is left alone for a minute.");

    public static MetricCollector Collector(TmdbClient client, TmdbCache cache) => MetricCollector.Of("tmdb", [Requests, Hits, Breaker], sink =>
    {
        foreach (var (status, count) in client.Answers.Counts)
        {
            sink.Add(Requests, count, status);
        }

        sink.Add(Hits, cache.Hits);
        sink.Add(Breaker, BreakerMetrics.Number(client.Breaker));
    });
}
