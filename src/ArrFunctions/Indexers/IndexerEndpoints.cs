using System.Security.Claims;
using ArrFunctions.Indexers.Discovery;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Indexers;

/// <summary>The indexers of the instances: how they are, and what a person may do with them.</summary>
internal static class IndexerEndpoints
{
    public static void MapIndexers(this IEndpointRouteBuilder routes)
    {
        routes.MapDiscovery();
        routes.MapGet("indexers", ListAsync).Requires(Role.Read).Describe(IndexerOperations.List);
        routes.MapGet("indexers/stats", StatisticsAsync).Requires(Role.Read).Describe(IndexerOperations.Statistics);
        routes.MapGet("indexers/history", HistoryEndpoint.ListAsync).Requires(Role.Read).Describe(IndexerOperations.History);
        routes.MapGet("indexers/heal", PlanAsync).Requires(Role.Read).Describe(IndexerOperations.Plan);
        routes.MapPost("indexers/heal", HealAsync).Requires(Role.Operate).Describe(IndexerOperations.Heal);
        routes.MapPost("indexers/sweep", SweepAsync).Requires(Role.Operate).Describe(IndexerOperations.Sweep);
        routes.MapPost("indexers/test", TestAllAsync).Requires(Role.Operate).Describe(IndexerOperations.TestAll);
        routes.MapGet("indexers/{instance}", OfInstanceAsync).Requires(Role.Read).Describe(IndexerOperations.OfInstance);
        routes.MapGet("indexers/{instance}/{id}/uptime", UptimeAsync).Requires(Role.Read).Describe(IndexerOperations.Uptime);
        routes.MapPost("indexers/{instance}/{id}/test", TestAsync).Requires(Role.Operate).Describe(IndexerOperations.Test);
        routes.MapPost("indexers/{instance}/{id}/enable", EnableAsync).Requires(Role.Operate).Describe(IndexerOperations.Enable);
        routes.MapPost("indexers/{instance}/{id}/disable", DisableAsync).Requires(Role.Operate).Describe(IndexerOperations.Disable);
    }

    private static async Task<IResult> ListAsync(IndexersReport report, CancellationToken cancellationToken) =>
        Results.Json(await report.ReadAsync(instance: null, cancellationToken), IndexersJson.Default.IndexerList);

    private static async Task<IResult> OfInstanceAsync(string instance, IndexersReport report, ServarrOptions servarr, CancellationToken cancellationToken) =>
        await report.ReadAsync(instance, cancellationToken) is { Instances: not [] } list ? Results.Json(list, IndexersJson.Default.IndexerList) : Unknown(instance, servarr);

    private static async Task<IResult> StatisticsAsync(IndexerCounts counts, string? days, CancellationToken cancellationToken) =>
        DaysOf(days) is { } asked
            ? Results.Json(await counts.ReadAsync(asked, cancellationToken), IndexersJson.Default.IndexerStatistics)
            : Problem.Of(StatusCodes.Status400BadRequest, "days", "days is a whole number from 1 to 3650.");

    /// <summary>Of a copy of Prowlarr's, the one there; of one that was deleted or whose instance is silent, what is remembered.</summary>
    private static async Task<IResult> UptimeAsync(
        string instance, int id, IndexerWatch watch, UptimeReports uptime, ServarrOptions servarr, CancellationToken cancellationToken)
    {
        if (servarr.Instances.FirstOrDefault(known => known.Name.Equals(instance, StringComparison.OrdinalIgnoreCase)) is not { Name: var name })
        {
            return Unknown(instance, servarr);
        }

        var look = await watch.LookAsync(cancellationToken);
        var indexer = look.Find(new(name, id));
        var found = await uptime.ReadAsync(indexer?.Judged ?? new(name, id), cancellationToken);
        return indexer is not null || found.Streak.Since is not null ? Results.Json(found, UptimeJson.Default.IndexerUptime)
            : look.Failures.TryGetValue(name, out var failure) ? Failed(failure.Message)
            : Missing(name, id);
    }

    private static async Task<IResult> PlanAsync(HealPlans plans, CancellationToken cancellationToken) => await plans.FindAsync(cancellationToken) is { } plan
        ? Results.Json(plan, IndexersJson.Default.HealPlan)
        : Problem.Of(StatusCodes.Status404NotFound, "noPlan", "No heal sweep has run yet. The schedule heal-sweep makes one; POST indexers/heal makes one now.");

    private static async Task<IResult> HealAsync(HttpContext context, Sweeps sweeps, IndexersOptions options, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(context.Request, HealBodyJson.Default.HealBody, cancellationToken) is not { } body)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bodyMalformed", """The body is not {"dryRun": true or false}, which may be left out, and nothing else.""");
        }

        if (body.DryRun is false && options.Heal.DryRun)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "dryRun", "Indexers:Heal:DryRun is true, so no sweep changes anything. Set it to false to have indexers switched.");
        }

        var (outcome, plan) = await sweeps.HealAsync(body.DryRun ?? options.Heal.DryRun, context.User.Actor(), cancellationToken);
        return plan is null ? NotRun(Sweeps.Heal, outcome) : Results.Json(plan, IndexersJson.Default.HealPlan);
    }

    private static async Task<IResult> SweepAsync(Sweeps sweeps, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await sweeps.HealthAsync(caller.Actor(), cancellationToken) switch
        {
            ScheduleRunOutcome.Ran ran => Results.Json(new SweepView(ran.Outcome), IndexersJson.Default.SweepView),
            var outcome => NotRun(Sweeps.Health, outcome),
        };

    private static async Task<IResult> TestAllAsync(IndexerControl control, ClaimsPrincipal caller, bool? force, CancellationToken cancellationToken) =>
        Results.Json(TestList.Of(await control.TestAllAsync(force is true, caller.Actor(), cancellationToken)), IndexersJson.Default.TestList);

    private static async Task<IResult> TestAsync(
        string instance, int id, IndexerControl control, ServarrOptions servarr, ClaimsPrincipal caller, bool? force, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await control.TestAsync(new(instance, id), force is true, caller.Actor(), cancellationToken), instance, id, servarr, response);

    private static async Task<IResult> EnableAsync(
        string instance, int id, IndexerControl control, ServarrOptions servarr, ClaimsPrincipal caller, bool? force, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await control.EnableAsync(new(instance, id), force is true, caller.Actor(), cancellationToken), instance, id, servarr, response);

    private static async Task<IResult> DisableAsync(
        string instance, int id, IndexerControl control, ServarrOptions servarr, ClaimsPrincipal caller, bool? force, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await control.DisableAsync(new(instance, id), force is true, caller.Actor(), cancellationToken), instance, id, servarr, response);

    private static IResult Answer(ControlOutcome outcome, string instance, int id, ServarrOptions servarr, HttpResponse response) => outcome switch
    {
        ControlOutcome.NoInstance => Unknown(instance, servarr),
        ControlOutcome.NoIndexer => Missing(instance, id),
        ControlOutcome.InstanceFailed failed => Failed(failed.Reason),
        ControlOutcome.Tested { Outcome: TestOutcome.TooSoon soon } => TooSoon(soon.NextAt, $"{soon.InWords()}. With ?force=true it is done all the same; a tracker counts every question.", response),
        ControlOutcome.Tested { Outcome: TestOutcome.Missing } => Missing(instance, id),
        ControlOutcome.Tested { Outcome: TestOutcome.InstanceFailed failed } => Failed(failed.Reason),
        ControlOutcome.Tested tested => Results.Json(TestView.Of(new(tested.At.Key, tested.At.Name, tested.Outcome)), IndexersJson.Default.TestView),
        ControlOutcome.Switched { Outcome: SwitchOutcome.TooSoon soon } => TooSoon(soon.NextAt, $"{soon.InWords()}. With ?force=true it is done all the same.", response),
        ControlOutcome.Switched { Outcome: SwitchOutcome.Missing } => Missing(instance, id),
        ControlOutcome.Switched switched when SwitchView.Of(switched) is { } view => Results.Json(view, IndexersJson.Default.SwitchView),
        ControlOutcome.Switched { Outcome: var failed } => Failed($"{failed.InWords()}."),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static IResult Unknown(string instance, ServarrOptions servarr) =>
        Problem.Of(StatusCodes.Status404NotFound, "unknownInstance", KnownInstances.Unknown(instance, servarr));

    private static IResult Missing(string instance, int id) => Problem.Of(
        StatusCodes.Status404NotFound, "noSuchIndexer", $"{instance} has no indexer {id}. GET indexers/{instance} lists those that it has.");

    private static IResult Failed(string reason) => Problem.Of(StatusCodes.Status502BadGateway, "instanceFailed", reason);

    private static IResult TooSoon(DateTimeOffset nextAt, string words, HttpResponse response)
    {
        response.Headers.RetryAfter = nextAt.UtcDateTime.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, "tooSoon", words);
    }

    private static IResult NotRun(string schedule, ScheduleRunOutcome outcome) => outcome is ScheduleRunOutcome.Failed failed
        ? Problem.Of(StatusCodes.Status502BadGateway, "sweepFailed", failed.Reason)
        : Problem.Of(StatusCodes.Status409Conflict, "alreadyRunning", $"The schedule {schedule} is running; it does not run twice at once.");

    private static int? DaysOf(string? text) => text is null ? 7
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650 ? days
        : null;
}
