using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Jobs;

/// <summary>The lanes.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("queue", ShowAsync).Requires(Role.Read).Describe(QueueOperations.Show);
        routes.MapPost("queue/pause", PauseAsync).Requires(Role.Operate).Describe(QueueOperations.Pause);
        routes.MapPost("queue/resume", ResumeAsync).Requires(Role.Operate).Describe(QueueOperations.Resume);
    }

    private static Task<IResult> PauseAsync(LaneReport report, LaneSwitch lanes, string? lane, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        SwitchAsync(report, lanes, lane, isPaused: true, caller, cancellationToken);

    private static Task<IResult> ResumeAsync(LaneReport report, LaneSwitch lanes, string? lane, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        SwitchAsync(report, lanes, lane, isPaused: false, caller, cancellationToken);

    private static async Task<IResult> SwitchAsync(
        LaneReport report, LaneSwitch lanes, string? lane, bool isPaused, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (!LaneFilter.TryParse(lane, out var chosen))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "lane", $"lane is '{lane}', and can be {LaneFilter.Names}; leave it out for all lanes.");
        }

        foreach (var one in chosen)
        {
            await lanes.SetAsync(one, isPaused, caller.Actor(), cancellationToken);
        }

        return await ShowAsync(report, cancellationToken);
    }

    private static async Task<IResult> ShowAsync(LaneReport report, CancellationToken cancellationToken) =>
        Results.Json(await report.ReadAsync(cancellationToken), JobJson.Default.QueueView);
}
