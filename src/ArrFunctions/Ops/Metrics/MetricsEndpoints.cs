using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Metrics;

/// <summary><c>GET /metrics</c>.</summary>
internal static class MetricsEndpoints
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", ReadAsync).Requires(Role.Read).Describe(MetricsOperations.Read);

    private static async Task<IResult> ReadAsync(HttpRequest request, MetricsOptions options, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!options.IsEnabled)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "metricsDisabled", "Nothing is measured: Metrics__Enabled is false.");
        }

        var format = MetricFormats.Choose(request.Headers.Accept);
        return Results.Text(await ((MetricScrape)services.GetService(typeof(MetricScrape))!).ReadAsync(format, cancellationToken), format.ContentType());
    }
}
