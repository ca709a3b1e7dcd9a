using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>What the cookie of a request is worth.</summary>
internal abstract record SessionOutcome
{
    private SessionOutcome()
    {
    }

    /// <summary>There is none, or none counts here.</summary>
    internal sealed record Absent : SessionOutcome;

    internal sealed record Right(AccessKey Key) : SessionOutcome;

    /// <param name="Answer">For the sender.</param>
    /// <param name="Reason">For the log, and nothing of what was sent.</param>
    internal sealed record Refused(IResult Answer, string Reason) : SessionOutcome;
}
