using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Caches;

/// <summary>What is kept so that others are asked less.</summary>
internal static class CacheEndpoints
{
    public static void MapCaches(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("caches", ListAsync).Requires(Role.Read).Describe(CacheOperations.List);
        routes.MapDelete("caches/{name}", ClearAsync).Requires(Role.Operate).Describe(CacheOperations.Clear);
        routes.MapDelete("caches/{name}/{key}", RemoveAsync).Requires(Role.Operate).Describe(CacheOperations.Remove);
    }

    private static async Task<IResult> ListAsync(IEnumerable<KnownCache> caches, CancellationToken cancellationToken) =>
        Results.Json(new CacheList(await Task.WhenAll(caches.Select(cache => cache.ReportAsync(cancellationToken)))), CacheJson.Default.CacheList);

    private static async Task<IResult> ClearAsync(string name, IEnumerable<KnownCache> caches, CancellationToken cancellationToken) => Find(name, caches) is { } cache
        ? Results.Json(new CacheRemoval(await cache.ClearAsync(cancellationToken)), CacheJson.Default.CacheRemoval)
        : Missing(name, caches);

    private static async Task<IResult> RemoveAsync(string name, string key, IEnumerable<KnownCache> caches, CancellationToken cancellationToken) =>
        Find(name, caches) is not { } cache ? Missing(name, caches)
        : await cache.RemoveAsync(key, cancellationToken) ? Results.Json(new CacheRemoval(1), CacheJson.Default.CacheRemoval)
        : Problem.Of(StatusCodes.Status404NotFound, "noSuchCacheEntry", $"Nothing is kept under '{key}'; keys look like {cache.Keys}.");

    private static KnownCache? Find(string name, IEnumerable<KnownCache> caches) => caches.FirstOrDefault(cache => cache.Name == name);

    private static IResult Missing(string name, IEnumerable<KnownCache> caches) => Problem.Of(
        StatusCodes.Status404NotFound, "noSuchCache", $"No cache is called '{name}'; there are {string.Join(" and ", caches.Select(cache => cache.Name))}.");
}
