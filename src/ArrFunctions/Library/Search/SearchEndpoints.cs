using System.Globalization;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Library.Search;

/// <summary>Searches for upgrades, and what came of them.</summary>
internal static class SearchEndpoints
{
    public static void MapLibrarySearch(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("library/search", SearchAsync).Requires(Role.Operate).Describe(SearchOperations.Search);
        routes.MapGet("library/{instance}/searches", ListAsync).Requires(Role.Read).Describe(SearchOperations.List);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, LibrarySearch search, LibraryOptions options, ServarrOptions servarr, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(context.Request, SearchBodyJson.Default.SearchBody, cancellationToken) is not { } body)
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, "bodyMalformed", """The body is not {"instance": "radarr", "dryRun": true or false, "limit": 5}, of which all may be left out, and nothing else.""");
        }

        var settings = options.Search;
        if (body.Limit is { } limit && (limit < 1 || limit > settings.PerDay))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, "limit", string.Create(CultureInfo.InvariantCulture, $"limit is {limit}, and can be 1 to {settings.PerDay} (Library:Search:PerDay)."));
        }

        if (body.DryRun is false && settings.DryRun)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "dryRun", "Library:Search:DryRun is true, so nothing is searched for. Set it to false to have upgrades searched for.");
        }

        Instance? instance = null;
        if (body.Instance is { } name && !TryFind(name, servarr, out instance))
        {
            return Unknown(name, servarr);
        }

        var mode = body.DryRun ?? settings.DryRun ? SearchMode.Question : SearchMode.Search;
        return Results.Json(await search.RunAsync(instance, mode, body.Limit ?? 1, context.User.Actor(), cancellationToken), SearchJson.Default.SearchReport);
    }

    private static async Task<IResult> ListAsync(
        string instance, SearchStore searches, ServarrOptions servarr, string? limit, string? cursor, CancellationToken cancellationToken) =>
        PageLimit.Objection(limit) is { } objection ? objection
        : cursor is not null && !SearchStore.IsCursor(cursor) ? PageLimit.BadCursor()
        : TryFind(instance, servarr, out var found) ? Results.Json(await searches.ListAsync(found!.Name, PageLimit.Of(limit), cursor, cancellationToken), SearchJson.Default.SearchPage)
        : Unknown(instance, servarr);

    private static bool TryFind(string name, ServarrOptions servarr, out Instance? instance) =>
        (instance = servarr.Instances.FirstOrDefault(known => known.Service is not ServarrService.Prowlarr && known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) is not null;

    private static IResult Unknown(string name, ServarrOptions servarr) => Problem.Of(
        StatusCodes.Status404NotFound,
        "unknownInstance",
        servarr.Instances.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? $"{name} is a Prowlarr, which has no library." : KnownInstances.Unknown(name, servarr));
}
