using System.Text;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace ArrFunctions.Dashboard;

/// <summary>The page of the program. It holds nothing until somebody signs in, so it may be read without a key.</summary>
internal static class DashboardEndpoints
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    /// <summary>What stands for the page in a program that was built without it.</summary>
    private const string Without = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ArrFunctions</title></head>
        <body>
        <h1>ArrFunctions runs without its dashboard</h1>
        <p>This program was built where Node.js is missing, so the dashboard is not in it; docs/dashboard.md tells how to build it. Everything else works.</p>
        <p><a href="openapi">Every route of the program</a></p>
        </body>
        </html>

        """;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly DashboardFile WithoutPage = DashboardFiles.Of(Encoding.UTF8.GetBytes(Without), ".html");

    public static IServiceCollection AddDashboard(this IServiceCollection services) => services.AddSingleton(new DashboardFiles(typeof(DashboardFiles).Assembly));

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reading, ShowPage).AllowAnonymous().Describe(DashboardOperations.Page);
        routes.MapMethods("/assets/{file}", Reading, ShowAsset).AllowAnonymous().Describe(DashboardOperations.Asset);
    }

    /// <summary>Its addresses are relative, so behind a prefix it must end in a slash.</summary>
    private static IResult ShowPage(HttpContext context, DashboardFiles files)
    {
        var request = context.Request;
        return request is { PathBase.HasValue: true, Path.HasValue: false }
            ? Results.Redirect($"{request.PathBase.ToUriComponent()}/{request.QueryString.ToUriComponent()}")
            : Show(context.Response, files.Find("index.html") ?? WithoutPage, "no-cache");
    }

    /// <summary>A name holds a hash of what is in the file, so the file never changes.</summary>
    private static IResult ShowAsset(string file, HttpResponse response, DashboardFiles files) =>
        files.Find($"assets/{file}") is { } asset ? Show(response, asset, "public, max-age=31536000, immutable")
        : Problem.Of(StatusCodes.Status404NotFound, "assetNotFound", "The dashboard of this version has no such file. Load the page again.");

    private static IResult Show(HttpResponse response, DashboardFile file, string cacheControl)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.CacheControl = cacheControl;
        return Results.Bytes(file.Content, file.MediaType, entityTag: EntityTagHeaderValue.Parse(file.Tag));
    }
}
