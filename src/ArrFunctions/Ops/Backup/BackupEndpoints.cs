using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Backup;

/// <summary>Backups over HTTP (docs/backup.md). Restoring one is for the command line.</summary>
internal static class BackupEndpoints
{
    public static void MapBackups(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("maintenance/backups", ListAsync).Requires(Role.Admin).Describe(BackupOperations.List);
        routes.MapPost("maintenance/backup", MakeAsync).Requires(Role.Admin).Describe(BackupOperations.Make);
        routes.MapGet("maintenance/backups/{name}", OpenAsync).Requires(Role.Admin).Describe(BackupOperations.Open);
        routes.MapDelete("maintenance/backups/{name}", RemoveAsync).Requires(Role.Admin).Describe(BackupOperations.Remove);
    }

    private static async Task<IResult> ListAsync(BackupShelf shelf, CancellationToken cancellationToken) =>
        Results.Json(await shelf.ListAsync(cancellationToken), BackupJson.Default.BackupList);

    private static async Task<IResult> MakeAsync(BackupRun run, HttpContext context, CancellationToken cancellationToken) =>
        await run.RunAsync(BackupReason.Asked, context.User.Actor(), cancellationToken) switch
        {
            BackupOutcome.Made made => Results.Json(made.Backup, BackupJson.Default.BackupView),
            _ => Problem.Of(StatusCodes.Status409Conflict, "backupRunning", "A backup is being made. It is listed by GET maintenance/backups when it is there."),
        };

    private static async Task<IResult> OpenAsync(string name, BackupShelf shelf, HttpContext context, CancellationToken cancellationToken)
    {
        if (await shelf.OpenAsync(name, cancellationToken) is not { } file)
        {
            return NotFound(name);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(file, "application/zip", fileDownloadName: name);
    }

    private static async Task<IResult> RemoveAsync(string name, BackupShelf shelf, HttpContext context, CancellationToken cancellationToken) =>
        await shelf.RemoveAsync(name, context.User.Actor(), cancellationToken) ? Results.NoContent() : NotFound(name);

    private static IResult NotFound(string name) =>
        Problem.Of(StatusCodes.Status404NotFound, "noSuchBackup", $"There is no backup '{name}'. GET maintenance/backups lists those that there are.");
}
