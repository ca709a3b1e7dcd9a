using System.Text.Json;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Access;

internal static class KeyEndpoints
{
    public static IEndpointRouteBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("keys", ListAsync).Requires(Role.Admin).Describe(KeyOperations.List);
        routes.MapPost("keys", CreateAsync).Requires(Role.Admin).Describe(KeyOperations.Create);
        routes.MapDelete("keys/{id}", DeleteAsync).Requires(Role.Admin).Describe(KeyOperations.Delete);
        return routes;
    }

    private static async Task<IResult> ListAsync(KeyStore keys, CancellationToken cancellationToken) =>
        Results.Json(new KeyList(await keys.ListAsync(cancellationToken)), KeyJson.Default.KeyList);

    private static async Task<IResult> CreateAsync(HttpContext context, KeyStore keys, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context.Request, cancellationToken) is not { Name: { } name, Role: { } role })
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest,
                "bodyMalformed",
                """The body is not {"name": ..., "role": ...} with one of the roles webhook, read, operate and admin, and nothing else.""");
        }

        if (!KeyName.IsValid(name))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, "keyNameInvalid", "The name of a key has 1 to 64 printable characters, and no blank at its ends.");
        }

        var text = KeyText.New();
        if (await keys.AddAsync(text, name, role, context.User.Actor(), cancellationToken) is not { } key)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, "keyNameTaken", $"There is a key with the name '{name}'. Take another name, or delete that key first.");
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new CreatedKey(key.Id, key.Name, key.Role, text.Text), KeyJson.Default.CreatedKey, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, KeyStore keys, CancellationToken cancellationToken) =>
        await keys.DeleteAsync(id, context.User.Actor(), cancellationToken) switch
        {
            KeyDeletion.Deleted => Results.NoContent(),
            KeyDeletion.LastAdmin => Problem.Of(
                StatusCodes.Status409Conflict, "lastAdminKey", "This is the last admin key, and without one nobody could make another. Make one first."),
            _ => Problem.Of(StatusCodes.Status404NotFound, "keyNotFound", "There is no key with this id. GET keys lists them."),
        };

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
