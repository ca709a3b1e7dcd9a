using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>Finds the session of a request, and refuses what a page of somebody else may have had the browser send.</summary>
/// <remarks>A wrong cookie is not counted as a wrong key is: 256 random bits cannot be guessed, and honest browsers send the cookies of sessions that have ended.</remarks>
internal sealed class SessionCheck(SessionStore sessions, KeyUses uses)
{
    public const string CsrfHeader = "X-CSRF-Token";

    /// <summary>Leaves the session as a feature of the request.</summary>
    public async Task<SessionOutcome> CheckAsync(HttpContext context)
    {
        var request = context.Request;
        if (PresentedKeys.IsToWebhook(request) || SessionCookie.TextsIn(request) is [])
        {
            return new SessionOutcome.Absent();
        }

        if (SameOrigin.IsBroken(request))
        {
            return Refused(StatusCodes.Status403Forbidden, "crossSite", SameOrigin.Refusal, "the request came from another origin");
        }

        if (await FindAsync(context) is not { } found)
        {
            return Refused(StatusCodes.Status401Unauthorized, "sessionEnded", "This session has ended. Sign in again.", "the session has ended");
        }

        if (!SameOrigin.IsReading(request.Method) && !found.Token.Admits(request.Headers[CsrfHeader].ToString()))
        {
            return Refused(
                StatusCodes.Status403Forbidden,
                "csrfMissing",
                $"A change with the cookie of a session needs the header {CsrfHeader} with the csrfToken that GET api/session tells.",
                "the CSRF token is missing or not that of the session");
        }

        uses.Note(found.Key, context.Connection.RemoteIpAddress);
        context.Features.Set(found);
        return new SessionOutcome.Right(found.Key);
    }

    /// <summary>The first that has not ended.</summary>
    private async Task<SignedIn?> FindAsync(HttpContext context)
    {
        foreach (var token in SessionCookie.In(context.Request))
        {
            if (await sessions.FindAsync(token, context.RequestAborted) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static SessionOutcome.Refused Refused(int status, string code, string detail, string reason) => new(Problem.Of(status, code, detail), reason);
}
