using System.Globalization;
using System.Net;
using System.Text;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ArrFunctions.MediaServers;

/// <summary>Calls one media server: with a time limit, twice again after a passing failure, and not at all for a while after many.</summary>
internal sealed class MediaServerHttp : IDisposable
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private const int FailuresBeforeRest = 5;
    private const int LargestBody = 4 * 1024 * 1024;

    private readonly MediaServer server;
    private readonly HttpClient http;
    private readonly ResiliencePipeline<MediaServerReply> pipeline;
    private readonly CircuitBreakerStateProvider breaker = new();

    public MediaServerHttp(MediaServer server, TimeProvider time)
    {
        this.server = server;

        // The key crosses no proxy, and follows no redirect to wherever that leads.
        var handler = OutgoingHttp.Handler();
        handler.UseProxy = false;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        http = OutgoingHttp.Client(handler, server.Kind.ToString().ToLowerInvariant());
        http.BaseAddress = new($"{server.Url.OriginalString.TrimEnd('/')}/");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = LargestBody;
        var (header, value) = server.Kind switch
        {
            MediaServerKind.Plex => ("X-Plex-Token", server.ApiKey),
            MediaServerKind.Emby => ("X-Emby-Token", server.ApiKey),
            _ => ("Authorization", $"MediaBrowser Token=\"{server.ApiKey}\""), // Jellyfin 10.8 and newer; X-Emby-Token can be switched off there
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        pipeline = Pipeline(time, breaker);
    }

    public CircuitState Breaker => breaker.CircuitState;

    /// <param name="path">Below the URL of the server, with its query.</param>
    /// <param name="json">Body; null: none.</param>
    /// <returns>An answer that is a success.</returns>
    /// <exception cref="MediaServerException">There was none.</exception>
    public async Task<MediaServerReply> SendAsync(HttpMethod method, string path, string? json, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await pipeline.ExecuteAsync(
                async (call, attempt) => await call.This.SendOnceAsync(call.Method, call.Path, call.Json, attempt),
                (This: this, Method: method, Path: path, Json: json),
                cancellationToken);
            return reply.IsSuccess ? reply : throw Refused(reply.Status);
        }
        catch (HttpRequestException failure)
        {
            throw new MediaServerException(
                $"{server} cannot be reached at {server.Url.OriginalString}: {Why(failure)}; is it running, and is {server.Variable}__Url right?", failure);
        }
        catch (TimeoutRejectedException failure)
        {
            throw new MediaServerException($"{server} did not answer within {AttemptTimeout.TotalSeconds:0} s", failure);
        }
        catch (BrokenCircuitException failure)
        {
            throw new MediaServerException($"{server} is left alone for a minute, because it failed {FailuresBeforeRest} times in a row", failure);
        }
    }

    public void Dispose() => http.Dispose();

    private static ResiliencePipeline<MediaServerReply> Pipeline(TimeProvider time, CircuitBreakerStateProvider breaker)
    {
        var passing = new PredicateBuilder<MediaServerReply>().Handle<HttpRequestException>().HandleResult(IsFailure);
        return new ResiliencePipelineBuilder<MediaServerReply> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<MediaServerReply>
            {
                FailureRatio = 1,
                MinimumThroughput = FailuresBeforeRest,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = Rest,
                StateProvider = breaker,
                ShouldHandle = new PredicateBuilder<MediaServerReply>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>().HandleResult(IsFailure),
            })
            .AddRetry(new RetryStrategyOptions<MediaServerReply>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = passing,
            })
            .AddTimeout(AttemptTimeout)
            .Build();
    }

    private static bool IsFailure(MediaServerReply reply) => (int)reply.Status >= 500;

    private async ValueTask<MediaServerReply> SendOnceAsync(HttpMethod method, string path, string? json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        CallSpans.Name(request, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, cancellationToken);
        return new(response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
    }

    private MediaServerException Refused(HttpStatusCode status)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        return new(status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"{server} refused the {(server.Kind is MediaServerKind.Plex ? "token" : "API key")} ({code}): set {server.Variable}__ApiKey",
            HttpStatusCode.NotFound => $"{server} is not what answers at {server.Url.OriginalString} (404): check {server.Variable}__Url and its URL base",
            _ when (int)status is >= 300 and < 400 =>
                $"{server} sends callers of {server.Url.OriginalString} elsewhere ({code}): set {server.Variable}__Url to where it really is",
            _ => $"{server} failed ({code}); its own log tells why",
        });
    }

    private static string Why(HttpRequestException failure) => failure.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded
        ? $"its answer is larger than {LargestBody / 1024 / 1024} MiB"
        : NetworkFailure.Why(failure);
}
