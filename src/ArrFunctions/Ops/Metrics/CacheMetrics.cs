using ArrFunctions.Ops.Caches;

namespace ArrFunctions.Ops.Metrics;

/// <summary>How the caches stand.</summary>
internal static class CacheMetrics
{
    private const string Cache = "cache";

    private static readonly MetricFamily Entries = new("cache_entries", MetricKind.Gauge, "Entries that a cache holds.", Cache);
    private static readonly MetricFamily Hits = new("cache_hits_total", MetricKind.Counter, "Questions that a cache answered.", Cache);
    private static readonly MetricFamily Misses = new("cache_misses_total", MetricKind.Counter, "Questions that a cache could not answer.", Cache);
    private static readonly MetricFamily Stale = new("cache_stale_total", MetricKind.Counter, "Questions that an old entry had to answer, because nobody else did.", Cache);
    private static readonly MetricFamily Evictions = new("cache_evictions_total", MetricKind.Counter, "Entries that had to go for others.", Cache);

    /// <summary>Counting the entries of the cache of TMDB reads all of them.</summary>
    public static MetricCollector Collector(IEnumerable<KnownCache> caches) => new("caches", [Entries, Hits, Misses, Stale, Evictions], async (sink, cancellationToken) =>
    {
        foreach (var cache in caches)
        {
            var report = await cache.ReportAsync(cancellationToken);
            sink.Add(Entries, report.Entries, cache.Name);
            sink.Add(Hits, report.Hits, cache.Name);
            sink.Add(Misses, report.Misses, cache.Name);
            Add(sink, Stale, report.Stale, cache.Name);
            Add(sink, Evictions, report.Evictions, cache.Name);
        }
    })
    {
        KeepFor = TimeSpan.FromMinutes(1),
    };

    private static void Add(MetricSink sink, MetricFamily family, long? count, string cache)
    {
        if (count is { } known)
        {
            sink.Add(family, known, cache);
        }
    }
}
