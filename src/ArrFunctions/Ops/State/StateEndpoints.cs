using System.Security.Cryptography;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.State;

/// <summary>The state as a whole, read and written in requests that are short and may be repeated (docs/migration.md).</summary>
internal static class StateEndpoints
{
    public const string DigestHeader = "Content-Digest";

    public static void MapState(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("maintenance/state", ShowAsync).Requires(Role.Admin).Describe(StateOperations.Show);
        routes.MapGet("maintenance/state/{table}", ReadAsync).Requires(Role.Admin).Describe(StateOperations.Read);
        routes.MapPut("maintenance/imports/{id}", BeginAsync).Requires(Role.Admin).Describe(StateOperations.Begin);
        routes.MapPost("maintenance/imports/{id}", WriteAsync).Requires(Role.Admin).WithMetadata(BodyLimit.Own).Describe(StateOperations.Write);
        routes.MapDelete("maintenance/imports/{id}", EndAsync).Requires(Role.Admin).Describe(StateOperations.End);
    }

    /// <summary>As it stands in <see cref="DigestHeader"/> (RFC 9530).</summary>
    public static string DigestOf(byte[] body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    private static async Task<IResult> ShowAsync([FromServices] ITableScan scan, ImportGate gate, CancellationToken cancellationToken) => Results.Json(
        new StateView(StateHeader.ProductVersion, await StateTables.NamesAsync(scan, cancellationToken), await gate.FindAsync(cancellationToken)),
        StateJson.Plain.StateView);

    private static async Task<IResult> ReadAsync(
        string table, string? after, [FromServices] ITableScan scan, HttpContext context, CancellationToken cancellationToken)
    {
        if (!(await StateTables.NamesAsync(scan, cancellationToken)).Contains(table, StateOrder.Tables))
        {
            return Problem.Of(StatusCodes.Status404NotFound, "noSuchTable", "No table of this name has rows. GET maintenance/state lists those that have.");
        }

        if (!StatePage.TryReadAfter(after, out var keys))
        {
            return PageLimit.BadCursor();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(await StatePage.PackAsync(scan, table, keys, cancellationToken), "application/gzip");
    }

    private static async Task<IResult> BeginAsync(string id, HttpContext context, ImportGate gate, CancellationToken cancellationToken, bool replace = false) =>
        !ImportMark.IsId(id)
            ? Problem.Of(StatusCodes.Status400BadRequest, "importId", "The id of an import is the SHA-256 of its state file, 64 hexadecimal digits in lower case.")
        : await gate.TryBeginAsync(new(id, replace), context.User.Actor(), cancellationToken) ? Results.NoContent()
        : Problem.Of(
            StatusCodes.Status409Conflict, "importUnfinished", "Another import has begun and has not ended. Go on with that one, end it, or begin this one with replace=true.");

    private static async Task<IResult> WriteAsync(
        string id, HttpRequest request, ImportGate gate, [FromServices] ITableScan scan, [FromServices] ITableStore tables, CancellationToken cancellationToken)
    {
        if ((await gate.FindAsync(cancellationToken))?.Id != id)
        {
            return NotBegun(StatusCodes.Status409Conflict);
        }

        if (await BodyAsync(request, cancellationToken) is not { } body)
        {
            return Problem.Of(StatusCodes.Status413PayloadTooLarge, "bodyTooLarge", $"A chunk has up to {StateChunk.MaxBytes / 1024 / 1024} MiB.");
        }

        if (request.Headers[DigestHeader] != DigestOf(body))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, "chunkDamaged", $"The body is not the one that the header {DigestHeader} was made of; nothing was written. Send it again.");
        }

        try
        {
            var changes = await StateChunk.UnpackAsync(new MemoryStream(body), cancellationToken);
            await new StateTables(scan, tables, gate, request.HttpContext.User.Actor()).WriteAsync(id, changes, cancellationToken);
            return Results.Json(new ChunkResult(changes.Count), StateJson.Plain.ChunkResult);
        }
        catch (StateFileException wrong)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "chunkMalformed", $"{wrong.Message} Nothing was written.");
        }
    }

    private static async Task<IResult> EndAsync(string id, HttpContext context, ImportGate gate, CancellationToken cancellationToken) =>
        await gate.EndAsync(id, context.User.Actor(), cancellationToken) ? Results.NoContent() : NotBegun(StatusCodes.Status404NotFound);

    /// <summary>Null when it is too large.</summary>
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[(int)Math.Min(request.ContentLength ?? StateChunk.MaxBytes, StateChunk.MaxBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length == body.Length ? null : body[..length];
    }

    private static IResult NotBegun(int status) =>
        Problem.Of(status, "importNotBegun", "No import of this id has begun, or it has ended. PUT to this address begins it.");
}
