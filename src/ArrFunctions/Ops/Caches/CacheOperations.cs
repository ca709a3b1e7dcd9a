using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Caches;

internal static class CacheOperations
{
    public static Operation List() => new Operation("listCaches", "Each cache: entries, hits, misses, hit rate since the start").Answers(200, CacheJson.Default.CacheList);

    public static Operation Clear() => Of("clearCache", "Forgets all of a cache");

    public static Operation Remove() => Of("removeFromCache", "Forgets one entry of a cache")
        .Path("key", "instances: prowlarr, or prowlarr:3. tmdb: movie:603, series:1396, tvdb:81189 or search:movie:thematrix:1999.", "prowlarr")
        .Fails(404, "noSuchCacheEntry");

    private static Operation Of(string id, string summary) => new Operation(id, summary)
        .Path("name", "Of the cache.", "instances", ParameterKind.OneOf("instances", "tmdb"))
        .Answers(200, CacheJson.Default.CacheRemoval)
        .Fails(404, "noSuchCache");
}
