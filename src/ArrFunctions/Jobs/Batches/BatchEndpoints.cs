using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Work on whole folders.</summary>
internal static class BatchEndpoints
{
    public static void MapBatches(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("batch", StartAsync).Requires(Role.Operate).RequireRateLimiting(BatchRate.Policy).Describe(BatchOperations.Start);
        routes.MapGet("batch", ListAsync).Requires(Role.Read).Describe(BatchOperations.List);
        routes.MapGet("batch/{id}", FindAsync).Requires(Role.Read).Describe(BatchOperations.Find);
        routes.MapGet("batch/{id}/items", ListItemsAsync).Requires(Role.Read).Describe(BatchOperations.ListItems);
        routes.MapPost("batch/{id}/retry", RetryAsync).Requires(Role.Operate).Describe(BatchOperations.Retry);
        routes.MapDelete("batch/{id}", CancelAsync).Requires(Role.Operate).Describe(BatchOperations.Cancel);
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request, HttpResponse response, BatchIntake intake, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var (wanted, fault) = await BatchBody.ReadAsync(request, cancellationToken);
        if (wanted is null)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "badRequest", fault!);
        }

        var receipt = await intake.StartAsync(wanted, caller.Actor(), cancellationToken);
        if (receipt is not BatchReceipt.Started { Batch: var batch })
        {
            return Refusal(((BatchReceipt.Refused)receipt).Objection);
        }

        response.Headers.Location = $"{request.PathBase}/api/batch/{batch.Id}";
        return Results.Json(
            new BatchStarted(batch.Id, batch.Status, batch.Path, batch.DryRun), BatchJson.Default.BatchStarted, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ListAsync(BatchStore store, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (PageLimit.Objection(limit) is { } wrong)
        {
            return wrong;
        }

        if (cursor is not null && !JobStore.IsCursor(cursor))
        {
            return PageLimit.BadCursor();
        }

        var (batches, next) = await store.ListAsync(PageLimit.Of(limit), cursor, cancellationToken);
        return Results.Json(new BatchList([.. batches.Select(batch => BatchView.Of(batch))], next), BatchJson.Default.BatchList);
    }

    private static async Task<IResult> FindAsync(string id, BatchStore store, BatchReport report, CancellationToken cancellationToken) =>
        await LookUpAsync(id, store, cancellationToken) is { } batch
            ? Results.Json(BatchView.Of(batch, await report.ProgressAsync(batch, cancellationToken)), BatchJson.Default.BatchView)
            : Missing();

    private static async Task<IResult> ListItemsAsync(
        string id, BatchStore store, JobStore items, string? status, string? result, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (await LookUpAsync(id, store, cancellationToken) is not { } batch)
        {
            return Missing();
        }

        if (!JobFilter.TryParse(status, result, out var groups, out var objection))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "filter", objection);
        }

        if (PageLimit.Objection(limit) is { } wrong)
        {
            return wrong;
        }

        if (cursor is not null && !BatchRows.IsCursor(cursor))
        {
            return PageLimit.BadCursor();
        }

        var (jobs, next) = await items.ListItemsAsync(id, batch.Pages, BatchRows.GroupsOf(groups), PageLimit.Of(limit), cursor, cancellationToken);
        return Results.Json(new JobPage(jobs, next), JobJson.Default.JobPage);
    }

    private static async Task<IResult> RetryAsync(
        string id, BatchStore store, BatchReport report, BatchLedger ledger, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await LookUpAsync(id, store, cancellationToken) is not { } batch ? Missing()
            : await ledger.RetryAsync(batch, (await report.ProgressAsync(batch, cancellationToken)).Counts, caller.Actor(), cancellationToken) is { } again
                ? Results.Json(BatchView.Of(again), BatchJson.Default.BatchView, statusCode: StatusCodes.Status202Accepted)
                : Problem.Of(StatusCodes.Status409Conflict, "notRetryable", BatchWords.NotRetryable(batch));

    private static async Task<IResult> CancelAsync(
        string id, BatchStore store, BatchLedger ledger, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await LookUpAsync(id, store, cancellationToken) is not { } batch ? Missing()
            : await ledger.CancelAsync(id, caller.Actor(), cancellationToken) is { } cancelling
                ? Results.Json(BatchView.Of(cancelling), BatchJson.Default.BatchView, statusCode: StatusCodes.Status202Accepted)
                : Problem.Of(StatusCodes.Status409Conflict, "notCancellable", BatchWords.NotCancellable(batch));

    private static async Task<Batch?> LookUpAsync(string id, BatchStore store, CancellationToken cancellationToken) =>
        JobId.IsId(id) ? (await store.FindAsync(id, cancellationToken))?.Batch : null;

    private static IResult Missing() => Problem.Of(StatusCodes.Status404NotFound, "noSuchBatch", "No batch has this id.");

    public static IResult Refusal(BatchAcceptance.Refused objection) => Problem.Of(
        objection.Why switch
        {
            BatchObjection.Invalid => StatusCodes.Status400BadRequest,
            BatchObjection.NotFound => StatusCodes.Status404NotFound,
            BatchObjection.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status503ServiceUnavailable,
        },
        objection.Code,
        objection.Reason);
}
