using System.Text.Json;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Ops.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Access.Sessions;

internal static class SessionEndpoints
{
    private static readonly BodyLimit MostBody = new(4096);

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("session", BeginAsync).AllowAnonymous().WithMetadata(new HoldsSecret(), MostBody).Describe(SessionOperations.Begin);
        routes.MapGet("session", Get).Requires(Role.Read).WithMetadata(new HoldsSecret()).Describe(SessionOperations.Get);
        routes.MapDelete("session", EndAsync).Requires(Role.Read).Describe(SessionOperations.End);
    }

    private static async Task<IResult> BeginAsync(
        HttpContext context, KeyLookUp keys, SessionStore sessions, FailedAttempts attempts, TimeProvider time, CancellationToken cancellationToken)
    {
        // A form of another site can send other types without asking first.
        if (!context.Request.HasJsonContentType())
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "notJson", "Send the key as JSON, with Content-Type: application/json.");
        }

        if (SameOrigin.IsBroken(context.Request))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "crossSite", SameOrigin.Refusal);
        }

        if (await ReadAsync(context.Request, cancellationToken) is not { Key: { } text })
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bodyMalformed", """The body is not {"key": ...} with a key of this program.""");
        }

        var client = context.Connection.RemoteIpAddress;
        var (key, expired) = await keys.FindAsync([text.Trim()], client, cancellationToken);
        if (key is null)
        {
            return expired is not null ? KeyRefusal.Of(context, attempts, "keyExpired", KeyRefusal.Expired(expired))
                : KeyRefusal.Of(context, attempts, "keyWrong", "This key is not known here. The first one is in the file initial-key in the data folder.");
        }

        if (!key.Role.Includes(Role.Read))
        {
            return Problem.Of(
                StatusCodes.Status403Forbidden, "roleMissing", $"This needs the role read, and the key '{key.Name}' has the role {key.Role.Word()}. Use a key that has the role.");
        }

        var signedIn = await sessions.BeginAsync(SessionToken.New(), key, SessionCookie.In(context.Request).FirstOrDefault(), ClientName.Of(client), cancellationToken);
        SessionCookie.Write(context, signedIn.Token, signedIn.Expires - time.GetUtcNow());
        return Shown(context, SessionView.Of(signedIn));
    }

    private static IResult Get(HttpContext context) => Shown(context, context.Features.Get<SignedIn>() is { } signedIn
        ? SessionView.Of(signedIn)
        : new(context.User.KeyName(), context.User.HeldRole(), Expires: null, CsrfToken: null, StateHeader.ProductVersion));

    private static async Task<IResult> EndAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        if ((context.Features.Get<SignedIn>()?.Token ?? SessionCookie.In(context.Request).FirstOrDefault()) is { } token && context.User.KeyName() is { } name)
        {
            await sessions.EndAsync(token, name, cancellationToken);
        }

        SessionCookie.Clear(context);
        return Results.NoContent();
    }

    private static IResult Shown(HttpContext context, SessionView view)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(view, SessionJson.Default.SessionView);
    }

    /// <summary>Null when the body is something else.</summary>
    private static async Task<SignInRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, SessionJson.Default.SignInRequest, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
