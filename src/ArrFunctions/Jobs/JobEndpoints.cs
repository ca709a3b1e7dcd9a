using System.Security.Claims;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Jobs;

/// <summary>The jobs in the ledger.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("jobs", ListAsync).Requires(Role.Read).Describe(JobOperations.List);
        routes.MapGet("jobs/stats", StatisticsAsync).Requires(Role.Read).Describe(JobOperations.Statistics);
        routes.MapGet("jobs/{id}", FindAsync).Requires(Role.Read).Describe(JobOperations.Find);
        routes.MapDelete("jobs/{id}", CancelAsync).Requires(Role.Operate).Describe(JobOperations.Cancel);
        routes.MapPost("jobs/{id}/retry", RetryAsync).Requires(Role.Operate).Describe(JobOperations.Retry);
    }

    /// <summary>The job, or the answer that there is none.</summary>
    internal static async Task<(Job? Job, IResult? Missing)> LookUpAsync(string id, JobLedger ledger, CancellationToken cancellationToken)
    {
        var job = JobId.IsId(id) ? await ledger.FindAsync(id, cancellationToken) : null;
        return (job, job is null ? Problem.Of(StatusCodes.Status404NotFound, "noSuchJob", "No job has this id.") : null);
    }

    private static async Task<IResult> ListAsync(
        JobStore store, string? status, string? result, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (!JobFilter.TryParse(status, result, out var groups, out var objection))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "filter", objection);
        }

        if (PageLimit.Objection(limit) is { } wrong)
        {
            return wrong;
        }

        if (cursor is not null && !JobStore.IsCursor(cursor))
        {
            return PageLimit.BadCursor();
        }

        var (jobs, next) = await store.ListAsync(groups, PageLimit.Of(limit), cursor, cancellationToken);
        return Results.Json(new JobPage(jobs, next), JobJson.Default.JobPage);
    }

    private static async Task<IResult> StatisticsAsync(
        JobStore store, EventLog log, BatchTallies batches, TimeProvider clock, CancellationToken cancellationToken) =>
        Results.Json(await JobStatistics.ReadAsync(store, log, batches, clock, cancellationToken), JobJson.Default.JobStatistics);

    private static async Task<IResult> FindAsync(string id, JobLedger ledger, CancellationToken cancellationToken)
    {
        var (job, missing) = await LookUpAsync(id, ledger, cancellationToken);
        return missing ?? Results.Json(job!, JobJson.Default.Job);
    }

    private static async Task<IResult> CancelAsync(string id, JobLedger ledger, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var (job, missing) = await LookUpAsync(id, ledger, cancellationToken);
        return missing
            ?? Answer(await ledger.CancelAsync(id, caller.Actor(), "cancelled by a person", cancellationToken), StatusCodes.Status200OK, "notCancellable", job!);
    }

    private static async Task<IResult> RetryAsync(string id, JobLedger ledger, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var (job, missing) = await LookUpAsync(id, ledger, cancellationToken);
        return missing ?? Answer(await ledger.RetryAsync(id, caller.Actor(), cancellationToken), StatusCodes.Status202Accepted, "notRetryable", job!);
    }

    /// <summary>The changed job, or that its status does not allow it.</summary>
    private static IResult Answer(Job? changed, int status, string code, Job asItWas) => changed is null
        ? Problem.Of(StatusCodes.Status409Conflict, code, $"The job is {asItWas.Status.ToString().ToLowerInvariant()}; {(code is "notCancellable" ? "only queued and waiting jobs can be cancelled" : "it will be worked on as it is")}.")
        : Results.Json(changed, JobJson.Default.Job, statusCode: status);
}
