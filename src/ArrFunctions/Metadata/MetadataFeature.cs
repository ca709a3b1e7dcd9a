using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Metadata;

/// <summary>Registers what finds the original language of a file.</summary>
internal static class MetadataFeature
{
    public static IServiceCollection AddMetadata(this IServiceCollection services) => services
        .AddFixedOptions()
        .AddSingleton<OriginalLanguageChain>()
        .AddSingleton<TmdbClient>()
        .AddSingleton<TmdbCacheStore>()
        .AddSingleton<TmdbCache>()
        .AddSingleton<TmdbLookup>()
        .AddSingleton(provider => TmdbMetrics.Collector(provider.GetRequiredService<TmdbClient>(), provider.GetRequiredService<TmdbCache>()))
        .AddSingleton(provider => TmdbCheck.Of(provider.GetRequiredService<TmdbClient>(), provider.GetRequiredService<Live<TmdbOptions>>()))
        .AddSingleton(provider =>
        {
            var cache = provider.GetRequiredService<TmdbCache>();
            return new KnownCache(TmdbCache.Name, "movie:603, series:1396, tvdb:81189", cache.ReportAsync, cache.ClearAsync, cache.RemoveAsync);
        })
        .AddSingleton(provider =>
        {
            var cache = provider.GetRequiredService<TmdbCache>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.CacheCleanup);
            return new Schedule("cache-cleanup", "CacheCleanup", cron, "Removes old answers of TMDB.", cache.IsCleanupDueAsync, cache.CleanUpAsync) { IsCleanUp = true };
        });
}
