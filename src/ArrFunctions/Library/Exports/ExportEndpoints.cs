using System.Security.Claims;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Views;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Library.Exports;

/// <summary>Exports: begin one, follow it, fetch what it made.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("library/export", StartAsync).Requires(Role.Operate).Describe(ExportOperations.Start);
        routes.MapGet("library/exports", ListAsync).Requires(Role.Read).Describe(ExportOperations.List);
        routes.MapGet("library/exports/{id}", FindAsync).Requires(Role.Read).Describe(ExportOperations.Find);
        routes.MapGet("library/exports/{id}/artifacts/{name}", ArtifactEndpoint.OpenAsync).Requires(Role.Read).Describe(ExportOperations.Artifact);
    }

    public static IResult Missing(string id) =>
        Problem.Of(StatusCodes.Status404NotFound, "noSuchExport", $"No export has the id '{id}'. GET library/exports lists them.");

    private static async Task<IResult> StartAsync(
        HttpRequest request, HttpResponse response, ExportIntake intake, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(request, ExportBodyJson.Default.ExportBody, cancellationToken) is not { } body)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "badRequest", $"The body asks for no export. {ExportBody.Example}");
        }

        if (body.Instance is null && intake.Instances is [])
        {
            return Problem.Of(StatusCodes.Status404NotFound, "noLibrary", "No Sonarr or Radarr is configured: set SONARR_URL and SONARR_API_KEY, or the same of Radarr.");
        }

        var (started, refused) = (new List<StartedExport>(), new List<(string Instance, BatchAcceptance.Refused Objection)>());
        foreach (var instance in body.Instance is { } only ? [only] : intake.Instances.Select(static instance => instance.Name))
        {
            switch (await intake.StartAsync(instance, new(body.Full), body.Priority, caller.Actor(), cancellationToken))
            {
                case BatchReceipt.Started { Batch: var batch }:
                    started.Add(new(batch.Id, batch.Path, batch.Status));
                    break;
                case BatchReceipt.Refused refusal:
                    refused.Add((instance, refusal.Objection));
                    break;
            }
        }

        if (started is [])
        {
            return BatchEndpoints.Refusal(refused[0].Objection with { Reason = string.Join(' ', refused.Select(static one => one.Objection.Reason)) });
        }

        if (started is [var single])
        {
            response.Headers.Location = $"{request.PathBase}/api/library/exports/{single.ExportId}";
        }

        return Results.Json(
            new ExportsStarted(started, [.. refused.Select(static one => new RefusedExport(one.Instance, one.Objection.Code, one.Objection.Reason))]),
            LibraryViewJson.Default.ExportsStarted,
            statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ListAsync(
        ExportRegister exports, ExportIntake intake, KnownLibraries libraries, string? instance, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (PageLimit.Objection(limit) is { } wrong)
        {
            return wrong;
        }

        if (cursor is not null && !ExportStore.IsCursor(cursor))
        {
            return PageLimit.BadCursor();
        }

        if (instance is not null && libraries.Configured(instance) is null)
        {
            return libraries.Unknown(instance);
        }

        IReadOnlyCollection<string> names = [.. intake.Instances.Select(static one => one.Name).Where(name => instance is null || name.Equals(instance, StringComparison.OrdinalIgnoreCase))];
        return Results.Json(await exports.ListAsync(names, PageLimit.Of(limit), cursor, cancellationToken), LibraryViewJson.Default.ExportList);
    }

    private static async Task<IResult> FindAsync(string id, ExportRegister exports, CancellationToken cancellationToken) =>
        await exports.FindAsync(id, cancellationToken) is { } export
            ? Results.Json(await exports.ViewAsync(export, cancellationToken), LibraryViewJson.Default.ExportView)
            : Missing(id);
}
