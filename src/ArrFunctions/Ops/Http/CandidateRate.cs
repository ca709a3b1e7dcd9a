using System.Globalization;
using System.Threading.RateLimiting;
using ArrFunctions.Ops.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace ArrFunctions.Ops.Http;

/// <summary>How many addresses that somebody typed are asked for one key within a minute: it is no scanner of the house's network.</summary>
internal sealed class CandidateRate : IRateLimiterPolicy<string>
{
    public const int PerMinute = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => static async (refused, _) =>
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        refused.HttpContext.Response.Headers.RetryAfter = seconds;
        await Problem.Of(
            StatusCodes.Status429TooManyRequests,
            "testRate",
            string.Create(CultureInfo.InvariantCulture, $"This key had {PerMinute} addresses tested within a minute. Wait {seconds} s.")).ExecuteAsync(refused.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetFixedWindowLimiter(
        httpContext.User.KeyId() ?? "", static _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = Window });
}
