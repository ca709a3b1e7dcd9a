using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Metadata.Tmdb;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Metadata;

/// <summary>Registers what finds the original language of a file.</summary>
internal static class MetadataFeature
{
    public static IServiceCollection AddMetadata(this IServiceCollection services) => services
        .AddSingleton<OriginalLanguageChain>()
        .AddSingleton<TmdbClient>()
        .AddSingleton<TmdbCacheStore>()
        .AddSingleton<TmdbCache>()
        .AddSingleton<TmdbLookup>()
        .AddSingleton(provider =>
        {
            var cache = provider.GetRequiredService<TmdbCache>();
            var cron = provider.GetRequiredService<ScheduleTimes>().CacheCleanup;
            return new Schedule("cache-cleanup", "CacheCleanup", cron, "Removes old answers of TMDB.", cache.IsCleanupDueAsync, cache.CleanUpAsync);
        });
}
