using System.Globalization;
using System.Threading.RateLimiting;
using ArrFunctions.Ops.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Http;

/// <summary>How many batches one key may begin within a minute.</summary>
internal static class BatchRate
{
    public const string Policy = "batch";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(RateLimiterOptions limits)
    {
        limits.OnRejected = RefuseAsync;
        limits.AddPolicy(Policy, static context => RateLimitPartition.GetFixedWindowLimiter(
            context.User.KeyId() ?? "",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<AccessOptions>().BatchPerMinute,
                Window = Window,
            }));
    }

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellationToken)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        refused.HttpContext.Response.Headers.RetryAfter = seconds;
        await Problem.Of(
            StatusCodes.Status429TooManyRequests,
            "batchRate",
            $"This key began as many batches within a minute as Access:BatchPerMinute allows. Wait {seconds} s; one batch takes a whole folder.").ExecuteAsync(refused.HttpContext);
    }
}
