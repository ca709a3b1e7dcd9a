using System.Globalization;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access;

/// <summary>What somebody with a wrong key is told.</summary>
internal static class KeyRefusal
{
    /// <summary>Counts it; from the limit on the answer says so instead of why.</summary>
    public static IResult Of(HttpContext context, FailedAttempts attempts, string code, string detail)
    {
        if (attempts.Add(context.Connection.RemoteIpAddress) is not { } wait)
        {
            return Problem.Of(StatusCodes.Status401Unauthorized, code, detail);
        }

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Problem.Of(
            StatusCodes.Status429TooManyRequests,
            "tooManyFailures",
            $"Too many wrong keys came from this address within a minute. A right key is let in at any time; wait {seconds} s before trying another.");
    }

    public static string Expired(AccessKey key) => $"The key '{key.Name}' has expired. Make another one.";
}
