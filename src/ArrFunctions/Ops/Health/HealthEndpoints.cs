using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Health;

/// <summary>Whether the program is there, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Open to probes, which have no key; what is wrong is for those who may read.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", static () => Results.Text("""{"status":"healthy"}""", "application/json")).AllowAnonymous().Describe(OpenApiOperations.Health);
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous().Describe(HealthOperations.Ready);
    }

    /// <summary>The way through the start.</summary>
    public static void MapStartup(this IEndpointRouteBuilder routes) =>
        routes.MapGet("startup-status", static (StartupLog startup) => Results.Json(startup.Read(), HealthJson.Default.StartupReport)).Requires(Role.Read).Describe(HealthOperations.Startup);

    private static async Task<IResult> ReadyAsync(HealthBoard board, ClaimsPrincipal caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var report = await board.ReadAsync(cancellationToken);
        var isReady = report.Status is not HealthStatus.Unhealthy;
        var status = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";
        return caller.HeldRole() is { } held && held.Includes(Role.Read)
            ? Results.Json(report, HealthJson.Default.HealthReport, statusCode: status)
            : Results.Json(new Readiness(isReady ? "ready" : "notReady"), HealthJson.Default.Readiness, statusCode: status);
    }
}
