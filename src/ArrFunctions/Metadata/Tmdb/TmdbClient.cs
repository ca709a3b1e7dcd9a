using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Asks TMDB. Its key is in no message, log line, metric or trace.</summary>
internal sealed partial class TmdbClient : IDisposable
{
    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan RefusedFor = TimeSpan.FromHours(1);

    private readonly Live<TmdbOptions> options;
    private readonly TimeProvider clock;
    private readonly ILogger<TmdbClient> logger;
    private readonly CallLimiter limiter;
    private readonly CircuitBreakerStateProvider breaker = new();

    // Made for the first question: most homes never ask one, and their service starts sooner and smaller.
    private readonly Lazy<HttpClient> http = new(CreateClient);
    private readonly Lazy<ResiliencePipeline> pipeline;
    private volatile TmdbSilence? silence;
    private long calls;

    public TmdbClient(Live<TmdbOptions> options, TimeProvider clock, ILogger<TmdbClient> logger)
    {
        (this.options, this.clock, this.logger) = (options, clock, logger);
        limiter = new(calls: 40, TimeSpan.FromSeconds(10), clock);
        pipeline = new(() => TmdbPipeline.Create(clock, breaker));
    }

    /// <summary>How many requests were sent.</summary>
    public long Calls => Interlocked.Read(ref calls);

    /// <summary>What they came to: the status of the answer, <c>timeout</c> or <c>unreachable</c>.</summary>
    public Tally Answers { get; } = new();

    /// <summary>Closed before the first question.</summary>
    public CircuitState Breaker => breaker.CircuitState;

    /// <summary>Why the last question got no answer; null where it got one, and before the first.</summary>
    public TmdbException? LastFailure { get; private set; }

    /// <returns>Empty when TMDB has nothing of that kind.</returns>
    /// <exception cref="TmdbException">It gave no answer.</exception>
    public async Task<IReadOnlyList<TmdbTitle>> AskAsync(TmdbQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var titles = await AskGuardedAsync(query, cancellationToken);
            LastFailure = null;
            return titles;
        }
        catch (TmdbException failure)
        {
            LastFailure = failure;
            throw;
        }
    }

    private async Task<IReadOnlyList<TmdbTitle>> AskGuardedAsync(TmdbQuery query, CancellationToken cancellationToken)
    {
        ThrowIfSilent();
        try
        {
            var titles = await pipeline.Value.ExecuteAsync(async token => await SendAsync(query, token), cancellationToken);
            silence = null;
            return titles;
        }
        catch (BrokenCircuitException)
        {
            throw new TmdbException("TMDB failed so often that it is left alone for a minute", TmdbFault.Broken);
        }
        catch (TmdbException refused) when (refused.Fault is TmdbFault.Refused)
        {
            Keep(refused, RefusedFor);
            throw;
        }
        catch (TmdbException busy) when (busy.RetryAfter > TmdbPipeline.LongestWait)
        {
            Keep(busy, busy.RetryAfter.Value < RefusedFor ? busy.RetryAfter.Value : RefusedFor);
            throw;
        }
    }

    public void Dispose()
    {
        if (http.IsValueCreated)
        {
            http.Value.Dispose();
        }
    }

    /// <summary>A factory's client would log its URL.</summary>
    private static HttpClient CreateClient()
    {
        var handler = OutgoingHttp.Handler();
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        var http = OutgoingHttp.Client(handler, "tmdb");
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = 1024 * 1024;
        return http;
    }

    private async Task<IReadOnlyList<TmdbTitle>> SendAsync(TmdbQuery query, CancellationToken cancellationToken)
    {
        await limiter.WaitAsync(cancellationToken);
        ThrowIfSilent(); // since then, by another's answer
        Interlocked.Increment(ref calls);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = Request(query);
            using var response = await http.Value.SendAsync(request, either.Token);
            Answers.Add(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return Read(response, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Answers.Add("timeout");
            throw new TmdbException(string.Create(CultureInfo.InvariantCulture, $"TMDB gave no answer within {Patience.TotalSeconds} seconds"), TmdbFault.Unreachable);
        }
        catch (HttpRequestException failure)
        {
            Answers.Add("unreachable");
            throw new TmdbException($"TMDB cannot be reached: {NetworkFailure.Why(failure)}", TmdbFault.Unreachable, inner: failure);
        }
    }

    private HttpRequestMessage Request(TmdbQuery query)
    {
        var now = options.Value;
        var key = now.AccessToken is null ? $"{(query.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api_key={Uri.EscapeDataString(now.ApiKey ?? "")}" : "";
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{now.Url.AbsoluteUri.TrimEnd('/')}/{query.Path}{key}"));
        CallSpans.Name(request, query.Path);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = now.AccessToken is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
        return request;
    }

    private IReadOnlyList<TmdbTitle> Read(HttpResponseMessage response, byte[] body) => response.StatusCode switch
    {
        HttpStatusCode.OK when Parse(body)?.Titles() is { } titles => titles,
        HttpStatusCode.NotFound when Parse(body)?.StatusCode is TmdbReply.NotFound => [],
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new TmdbException(
            "TMDB refused the key: check Tmdb:AccessToken or Tmdb:ApiKey", TmdbFault.Refused),
        HttpStatusCode.TooManyRequests => throw new TmdbException("TMDB says that it is asked too often", TmdbFault.Busy, RetryAfter(response)),
        >= HttpStatusCode.InternalServerError => throw new TmdbException($"TMDB is down (it answers {(int)response.StatusCode})", TmdbFault.Down),
        _ => throw new TmdbException($"what answers at Tmdb:Url ({(int)response.StatusCode}) is not TMDB", TmdbFault.Strange),
    };

    private static TmdbReply? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TmdbJson.Default.TmdbReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private void ThrowIfSilent()
    {
        if (silence is { } kept && ReferenceEquals(kept.Of, options.Value) && clock.GetElapsedTime(kept.Since) < kept.Time)
        {
            throw new TmdbException(kept.Why.Message, kept.Why.Fault);
        }
    }

    private void Keep(TmdbException why, TimeSpan time)
    {
        // The same refusal once an hour tells nobody anything new.
        if (silence?.Why.Fault != why.Fault)
        {
            Log.Silent(logger, why.Message, time);
        }

        silence = new(options.Value, why, clock.GetTimestamp(), time);
    }

    private sealed record TmdbSilence(TmdbOptions Of, TmdbException Why, long Since, TimeSpan Time);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Reason}. TMDB is not asked for {Time}, or until its settings change.")]
        public static partial void Silent(ILogger logger, string reason, TimeSpan time);
    }
}
