using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
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

    private static async Task<IResult> ClearAsync(
        string name, IEnumerable<KnownCache> caches, AuditTrail audit, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (Find(name, caches) is not { } cache)
        {
            return Missing(name, caches);
        }

        var removed = await cache.ClearAsync(cancellationToken);
        await audit.TellAsync("cache.cleared", $"cache:{name}", caller.Actor(), $"The cache {name} forgot all of its {removed} entries", CancellationToken.None);
        return Results.Json(new CacheRemoval(removed), CacheJson.Default.CacheRemoval);
    }

    private static async Task<IResult> RemoveAsync(
        string name, string key, IEnumerable<KnownCache> caches, AuditTrail audit, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (Find(name, caches) is not { } cache)
        {
            return Missing(name, caches);
        }

        if (!await cache.RemoveAsync(key, cancellationToken))
        {
            return Problem.Of(StatusCodes.Status404NotFound, "noSuchCacheEntry", $"Nothing is kept under '{key}'; keys look like {cache.Keys}.");
        }

        await audit.TellAsync("cache.entryRemoved", $"cache:{name}", caller.Actor(), $"The cache {name} forgot {key}", CancellationToken.None);
        return Results.Json(new CacheRemoval(1), CacheJson.Default.CacheRemoval);
    }

    private static KnownCache? Find(string name, IEnumerable<KnownCache> caches) => caches.FirstOrDefault(cache => cache.Name == name);

    private static IResult Missing(string name, IEnumerable<KnownCache> caches) => Problem.Of(
        StatusCodes.Status404NotFound, "noSuchCache", $"No cache is called '{name}'; there are {string.Join(" and ", caches.Select(cache => cache.Name))}.");
}
