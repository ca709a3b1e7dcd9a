using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>The timers of the product.</summary>
internal static class ScheduleEndpoints
{
    public static void MapSchedules(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("schedules", ListAsync).Requires(Role.Read).Describe(ScheduleOperations.List);
        routes.MapGet("schedules/{name}", ShowAsync).Requires(Role.Read).Describe(ScheduleOperations.Show);
        routes.MapPost("schedules/{name}/run", RunAsync).Requires(Role.Operate).Describe(ScheduleOperations.Run);
        routes.MapPost("maintenance/cleanup", CleanUpAsync).Requires(Role.Admin).Describe(ScheduleOperations.CleanUp);
        routes.MapPost("schedules/{name}/enable", EnableAsync).Requires(Role.Operate).Describe(ScheduleOperations.Enable);
        routes.MapPost("schedules/{name}/disable", DisableAsync).Requires(Role.Operate).Describe(ScheduleOperations.Disable);
    }

    private static async Task<IResult> ListAsync(ScheduleReport report, CancellationToken cancellationToken) =>
        Results.Json(await report.AllAsync(cancellationToken), ScheduleJson.Default.ScheduleList);

    private static async Task<IResult> ShowAsync(string name, ScheduleRun run, ScheduleReport report, CancellationToken cancellationToken) =>
        run.Find(name) is not { } schedule ? Missing(name, run) : Results.Json(await report.OfAsync(schedule, cancellationToken), ScheduleJson.Default.ScheduleView);

    private static async Task<IResult> RunAsync(
        string name, ScheduleRun run, ScheduleReport report, ClaimsPrincipal caller, CancellationToken cancellationToken) => run.Find(name) is not { } schedule
        ? Missing(name, run)
        : await run.RunAsync(name, caller.Actor(), cancellationToken) switch
        {
            ScheduleRunOutcome.AlreadyRunning => Problem.Of(StatusCodes.Status409Conflict, "alreadyRunning", $"The schedule {name} is running; it does not run twice at once."),
            ScheduleRunOutcome.Failed failed => Problem.Of(StatusCodes.Status500InternalServerError, "scheduleFailed", $"The schedule {name} failed: {failed.Reason}"),
            _ => Results.Json(await report.OfAsync(schedule, cancellationToken), ScheduleJson.Default.ScheduleView),
        };

    private static async Task<IResult> CleanUpAsync(CleanUpRun cleanUp, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        Results.Json(await cleanUp.RunAsync(caller.Actor(), cancellationToken), ScheduleJson.Default.CleanUpReport);

    private static Task<IResult> EnableAsync(
        string name, ScheduleRun run, ScheduleSwitch change, ScheduleReport report, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        SwitchAsync(name, isEnabled: true, run, change, report, caller, cancellationToken);

    private static Task<IResult> DisableAsync(
        string name, ScheduleRun run, ScheduleSwitch change, ScheduleReport report, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        SwitchAsync(name, isEnabled: false, run, change, report, caller, cancellationToken);

    private static async Task<IResult> SwitchAsync(
        string name, bool isEnabled, ScheduleRun run, ScheduleSwitch change, ScheduleReport report, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (run.Find(name) is not { } schedule)
        {
            return Missing(name, run);
        }

        await change.SetAsync(schedule, isEnabled, caller.Actor(), cancellationToken);
        return Results.Json(await report.OfAsync(schedule, cancellationToken), ScheduleJson.Default.ScheduleView);
    }

    private static IResult Missing(string name, ScheduleRun run) => Problem.Of(StatusCodes.Status404NotFound, "noSuchSchedule", run.Unknown(name));
}
