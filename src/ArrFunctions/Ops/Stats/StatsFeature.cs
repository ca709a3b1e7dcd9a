using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Stats;

/// <summary><c>GET stats</c>, and the same figures for start pages.</summary>
internal static class StatsFeature
{
    public static IServiceCollection AddStats(this IServiceCollection services) => services.AddSingleton<StatsReport>().AddSingleton<WidgetReport>();

    /// <summary>It counts the time from here on, so it is made with the routes.</summary>
    public static void MapStats(this IEndpointRouteBuilder routes)
    {
        _ = routes.ServiceProvider.GetRequiredService<StatsReport>();
        routes.MapGet("stats", ReadAsync).Requires(Role.Read).Describe(StatsOperations.Read);
        routes.MapGet("v1/widget", ReadWidgetAsync).Requires(Role.Read).Describe(StatsOperations.Widget);
    }

    private static async Task<IResult> ReadAsync(StatsReport report, CancellationToken cancellationToken) =>
        Results.Text(await report.ReadAsync(cancellationToken), "application/json");

    private static async Task<IResult> ReadWidgetAsync(WidgetReport report, CancellationToken cancellationToken) =>
        Results.Json(await report.ReadAsync(cancellationToken), WidgetJson.Default.Widget);
}
