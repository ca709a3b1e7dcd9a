using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Access;

internal static class KeyEndpoints
{
    /// <summary>The longest that an old text works on.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);

    public static IEndpointRouteBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("keys", ListAsync).Requires(Role.Admin).Describe(KeyOperations.List);
        routes.MapPost("keys", CreateAsync).Requires(Role.Admin).WithMetadata(new HoldsSecret()).Describe(KeyOperations.Create);
        routes.MapPost("keys/{id}/rotate", RotateAsync).Requires(Role.Admin).WithMetadata(new HoldsSecret()).Describe(KeyOperations.Rotate);
        routes.MapDelete("keys/{id}", DeleteAsync).Requires(Role.Admin).Describe(KeyOperations.Delete);
        return routes;
    }

    private static async Task<IResult> ListAsync(KeyStore keys, CancellationToken cancellationToken)
    {
        var uses = await keys.UsesAsync(cancellationToken);
        return Results.Json(new KeyList([.. (await keys.ListAsync(cancellationToken)).Select(key => KeyView.Of(key, uses))]), KeyJson.Default.KeyList);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, KeyStore keys, ServarrOptions servarr, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context.Request, cancellationToken) is not { Name: { } name, Role: { } role } wanted)
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest,
                "bodyMalformed",
                """The body is not {"name": ..., "role": ...} with one of the roles webhook, read, operate and admin, and nothing else but "expires" and "instance".""");
        }

        var grant = new KeyGrant(name, role) { Expires = wanted.Expires?.ToUniversalTime(), Instance = wanted.Instance };
        if (grant.Objection(servarr, time.GetUtcNow()) is var (code, sentence))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, code, sentence);
        }

        var text = KeyText.New();
        if (await keys.AddAsync(text, grant, context.User.Actor(), cancellationToken) is not { } key)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, "keyNameTaken", $"There is a key with the name '{name}'. Take another name, or delete that key first.");
        }

        return Shown(context, key, text, StatusCodes.Status201Created);
    }

    private static async Task<IResult> RotateAsync(string id, HttpContext context, KeyStore keys, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(context.Request, KeyJson.Default.RotationRequest, cancellationToken) is not { } wanted
            || !TryReadOverlap(wanted.Overlap, out var overlap))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, "bodyMalformed", """The body is neither empty nor {"overlap": ...} with a length of time from 0s to 7d, such as 1h or 2d.""");
        }

        var text = KeyText.New();
        return await keys.RotateAsync(id, text, overlap, context.User.Actor(), cancellationToken) switch
        {
            KeyRotation.Rotated rotated => Shown(context, rotated.Key, text, StatusCodes.Status200OK),
            KeyRotation.Replaced replaced => Problem.Of(
                StatusCodes.Status409Conflict, "keyReplaced", $"This key was rotated before. Rotate its successor {replaced.Key.ReplacedBy}."),
            KeyRotation.Expired => Problem.Of(StatusCodes.Status409Conflict, "keyExpired", "This key has expired. Delete it and make another one."),
            _ => NotFound(),
        };
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, KeyStore keys, CancellationToken cancellationToken) =>
        await keys.DeleteAsync(id, context.User.Actor(), cancellationToken) switch
        {
            KeyDeletion.Deleted => Results.NoContent(),
            KeyDeletion.LastAdmin => Problem.Of(
                StatusCodes.Status409Conflict,
                "lastAdminKey",
                "This is the last admin key that does not expire, and without one nobody could make another. Make one first, or rotate this one."),
            _ => NotFound(),
        };

    public static bool TryReadOverlap(string? text, out TimeSpan overlap)
    {
        overlap = TimeSpan.Zero;
        return text is null || (Units.TryReadDuration(text, out overlap) && overlap >= TimeSpan.Zero && overlap <= LongestOverlap);
    }

    private static IResult Shown(HttpContext context, AccessKey key, KeyText text, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(CreatedKey.Of(key, text), KeyJson.Default.CreatedKey, statusCode: status);
    }

    private static IResult NotFound() => Problem.Of(StatusCodes.Status404NotFound, "keyNotFound", "There is no key with this id. GET keys lists them.");

    /// <summary>Null when the body is something else.</summary>
    private static async Task<NewKey?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, KeyJson.Default.NewKey, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
