using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>The description of all routes, and a page that shows it.</summary>
internal static class OpenApiEndpoints
{
    public static IServiceCollection AddOpenApi(this IServiceCollection services) => services.AddSingleton<ApiDocument>();

    public static void MapOpenApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/openapi", ShowPage).AllowAnonymous().Describe(OpenApiOperations.Page);
        routes.MapGet("/openapi/v1.json", ShowDocument).Requires(Role.Read).Describe(OpenApiOperations.Document);
    }

    private static IResult ShowDocument(ApiDocument document) => Results.Bytes(document.Content, "application/json");

    /// <summary>It holds nothing: with a key it fetches the document. So it may be read without one.</summary>
    private static IResult ShowPage(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = ApiPage.ContentSecurityPolicy;
        return Results.Text(ApiPage.Content, "text/html; charset=utf-8");
    }
}
