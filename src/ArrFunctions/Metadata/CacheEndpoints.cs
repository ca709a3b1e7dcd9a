using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Metadata;

/// <summary>What is kept so that others are asked less.</summary>
internal static class CacheEndpoints
{
    public static void MapCaches(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("caches", ListAsync).Requires(Role.Read);
        routes.MapDelete("caches/{name}", ClearAsync).Requires(Role.Operate);
        routes.MapDelete("caches/{name}/{key}", RemoveAsync).Requires(Role.Operate);
    }

    private static async Task<IResult> ListAsync(TmdbCache cache, CancellationToken cancellationToken) =>
        Results.Json(new CacheList([await cache.ReportAsync(cancellationToken)]), CacheJson.Default.CacheList);

    private static async Task<IResult> ClearAsync(string name, TmdbCache cache, CancellationToken cancellationToken) => name is TmdbCache.Name
        ? Results.Json(new CacheRemoval(await cache.ClearAsync(cancellationToken)), CacheJson.Default.CacheRemoval)
        : Missing(name);

    private static async Task<IResult> RemoveAsync(string name, string key, TmdbCache cache, CancellationToken cancellationToken) =>
        name is not TmdbCache.Name ? Missing(name)
        : await cache.RemoveAsync(key, cancellationToken) ? Results.Json(new CacheRemoval(1), CacheJson.Default.CacheRemoval)
        : Problem.Of(StatusCodes.Status404NotFound, "noSuchCacheEntry", $"Nothing is kept under '{key}'; keys look like movie:603, series:1396, tvdb:81189.");

    private static IResult Missing(string name) =>
        Problem.Of(StatusCodes.Status404NotFound, "noSuchCache", $"No cache is called '{name}'; there is {TmdbCache.Name}.");
}
