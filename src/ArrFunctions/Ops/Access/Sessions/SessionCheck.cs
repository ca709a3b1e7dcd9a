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
        if (PresentedKeys.IsToWebhook(request) || SessionCookie.TextIn(request) is not { } text)
        {
            return new SessionOutcome.Absent();
        }

        if (SameOrigin.IsBroken(request))
        {
            return Refused(StatusCodes.Status403Forbidden, "crossSite", SameOrigin.Refusal, "the request came from another origin");
        }

        if (SessionToken.TryRead(text) is not { } token || await sessions.FindAsync(token, context.RequestAborted) is not { } found)
        {
            return Refused(StatusCodes.Status401Unauthorized, "sessionEnded", "This session has ended. Sign in again.", "the session has ended");
        }

        if (!SameOrigin.IsReading(request.Method) && !token.Admits(request.Headers[CsrfHeader].ToString()))
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

    private static SessionOutcome.Refused Refused(int status, string code, string detail, string reason) => new(Problem.Of(status, code, detail), reason);
}
