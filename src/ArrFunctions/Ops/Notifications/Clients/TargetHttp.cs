using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Calls one target, once a time, with a limit on how long it may take and how much it may answer.</summary>
internal sealed class TargetHttp : IDisposable
{
    private const int LargestAnswer = 64 * 1024;

    private readonly NotificationTarget target;
    private readonly TimeSpan longest;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    /// <param name="target">Whom it calls; a user and password in its URL are sent as such, and not as part of the address.</param>
    /// <param name="longest">How long a call may take, with the answer.</param>
    /// <param name="clock">Of that limit.</param>
    public TargetHttp(NotificationTarget target, TimeSpan longest, TimeProvider clock)
    {
        (this.target, this.longest, this.clock) = (target, longest, clock);

        // The address is a secret with many targets: it crosses no proxy.
        var handler = OutgoingHttp.Handler();
        handler.UseProxy = false;
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30);
        http = OutgoingHttp.HidingClient(handler, target.Kind.ToString().ToLowerInvariant());
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = LargestAnswer;
        http.DefaultRequestHeaders.UserAgent.ParseAdd("ArrFunctions");
        http.DefaultRequestHeaders.Authorization = target.Url.UserInfo is { Length: > 0 } user
            ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(user))))
            : null;
    }

    /// <summary>Sends a token with every call.</summary>
    public TargetHttp WithBearer(string? token)
    {
        http.DefaultRequestHeaders.Authorization = token is null ? http.DefaultRequestHeaders.Authorization : new AuthenticationHeaderValue("Bearer", token);
        return this;
    }

    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="NotificationException">There was none.</exception>
    public async Task<TargetReply> SendAsync(HttpMethod method, Uri url, HttpContent? content, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var late = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = HiddenAddress.Request(method, url);
            request.Content = content;
            foreach (var (name, value) in headers)
            {
                request.Headers.Add(name, value);
            }

            using var response = await http.SendAsync(request, either.Token);
            return new(response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(either.Token)), Wait(response.Headers.RetryAfter));
        }
        catch (Exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TargetRefusal.Late(target, longest);
        }
        catch (HttpRequestException failure)
        {
            throw TargetRefusal.Unreachable(target, Why(failure), failure);
        }
        catch (IOException failure)
        {
            throw TargetRefusal.Unreachable(target, "the connection broke", failure);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>A wait that makes sense; null: none.</summary>
    internal static TimeSpan? Bounded(double seconds) => double.IsNaN(seconds) || seconds < 0 ? null : TimeSpan.FromSeconds(Math.Min(seconds, TargetState.LongestDelay.TotalSeconds));

    private static string Why(HttpRequestException failure) => failure.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded
        ? string.Create(CultureInfo.InvariantCulture, $"its answer is larger than {LargestAnswer / 1024} KiB")
        : NetworkFailure.Why(failure);

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => Bounded(delta.TotalSeconds),
        { Date: { } date } => Bounded(Math.Max(0, (date - clock.GetUtcNow()).TotalSeconds)),
        _ => null,
    };
}
