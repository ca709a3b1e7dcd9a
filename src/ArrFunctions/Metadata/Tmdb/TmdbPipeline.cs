using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>How TMDB is asked again, and when no more: two more attempts; five failures, and it is left alone for a minute, then tried with one call.</summary>
internal static class TmdbPipeline
{
    private const int Failures = 5;

    /// <summary>A longer wait that TMDB asks for is waited for by nobody.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan BrokenFor = TimeSpan.FromMinutes(1);

    public static ResiliencePipeline Create(TimeProvider clock, CircuitBreakerStateProvider state) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static attempt => ValueTask.FromResult(IsPassing(attempt.Outcome.Exception)),
            DelayGenerator = static attempt => ValueTask.FromResult((attempt.Outcome.Exception as TmdbException)?.RetryAfter),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            StateProvider = state,
            MinimumThroughput = Failures,
            FailureRatio = 0.5,
            SamplingDuration = TimeSpan.FromMinutes(1),
            BreakDuration = BrokenFor,
            ShouldHandle = static call => ValueTask.FromResult(call.Outcome.Exception is TmdbException { Fault: TmdbFault.Unreachable or TmdbFault.Down }),
        })
        .Build();

    private static bool IsPassing(Exception? fault) => fault is TmdbException
    {
        Fault: TmdbFault.Unreachable or TmdbFault.Down or TmdbFault.Busy,
    } passing && !(passing.RetryAfter > LongestWait);
}
