using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ArrFunctions.Servarr;

/// <summary>How long an instance is waited for, how often it is asked again, and when it is left alone; one set for each instance.</summary>
internal sealed class ServarrPipelines
{
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(30);

    /// <summary>A large library takes its instance a while, and so does a test that the instance makes itself.</summary>
    public static readonly TimeSpan LongAttempt = TimeSpan.FromSeconds(120);

    /// <summary>A list that is kept as a whole, from the first attempt to its end.</summary>
    public static readonly TimeSpan ListLimit = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan BreakFor = TimeSpan.FromSeconds(60);

    public const int Attempts = 3;

    /// <summary>Failures in a row within <see cref="Window"/> from which on it is left alone.</summary>
    public const int FailuresToBreak = 5;

    /// <summary>An instance that hangs fails once in the time of an attempt: five of the longest have to fit, whoever asks.</summary>
    public static readonly TimeSpan Window = FailuresToBreak * LongAttempt;

    /// <summary>Whoever wishes to be left alone for longer is not asked again by the same call.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Waits = (Attempts - 1) * LongestWait;

    private readonly CircuitBreakerStateProvider state = new();

    public ServarrPipelines(TimeProvider clock)
    {
        var count = new CircuitBreakerManualControl();
        var breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddStrategy(_ => new BeginAnew(count, state), new BeginAnewOptions())
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                StateProvider = state,
                ManualControl = count,
                FailureRatio = 1,
                MinimumThroughput = FailuresToBreak,
                SamplingDuration = Window,
                BreakDuration = BreakFor,
                ShouldHandle = static arguments => ValueTask.FromResult(IsFailure(arguments.Outcome.Exception)),
            })
            .Build();
        Read = Reading(clock, breaker, Attempt, IsPassing);
        ReadList = Reading(clock, breaker, LongAttempt, static failure => failure is not TimeoutRejectedException && IsPassing(failure));
        Write = Guarded(new ResiliencePipelineBuilder { TimeProvider = clock }, breaker, LongAttempt);
        Test = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(LongAttempt).Build();
    }

    /// <summary>Whether the instance is asked.</summary>
    public CircuitState Breaker => state.CircuitState;

    public ResiliencePipeline Read { get; }

    /// <summary>A list that did not begin in its time is not asked for again by the same call: it would be made from the start.</summary>
    public ResiliencePipeline ReadList { get; }

    /// <summary>Asks once: what was asked for may have been done although no answer came.</summary>
    public ResiliencePipeline Write { get; }

    /// <summary>Asks once for a test of an indexer. It does not count whether the instance is well: the tracker makes it slow or not.</summary>
    public ResiliencePipeline Test { get; }

    private static ResiliencePipeline Reading(TimeProvider clock, ResiliencePipeline breaker, TimeSpan attempt, Func<Exception?, bool> isPassing) => Guarded(
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout((Attempts * attempt) + Waits)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(isPassing(arguments.Outcome.Exception)),
                DelayGenerator = static arguments => ValueTask.FromResult((arguments.Outcome.Exception as ServarrException)?.RetryAfter),
            }),
        breaker,
        attempt);

    private static ResiliencePipeline Guarded(ResiliencePipelineBuilder builder, ResiliencePipeline breaker, TimeSpan attempt) =>
        builder.AddPipeline(breaker).AddTimeout(attempt).Build();

    /// <summary>Whether the same call may well succeed a moment later.</summary>
    private static bool IsPassing(Exception? failure) => failure switch
    {
        TimeoutRejectedException => true,
        ServarrException { RetryAfter: { } wait } => wait <= LongestWait,
        ServarrException { Fault: ServarrFault.Unreachable or ServarrFault.Starting } => true,
        _ => false,
    };

    /// <summary>Whether it speaks against the instance; what it refuses does not, and an instance that starts says so at once.</summary>
    private static bool IsFailure(Exception? failure) => failure switch
    {
        TimeoutRejectedException => true,
        ServarrException { Fault: ServarrFault.Unreachable } => true,
        ServarrException { Fault: ServarrFault.Failed, Status: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>An answer takes away the failures before it. The breaker alone would keep asking an instance that died until its last success has left the window.</summary>
    private sealed class BeginAnew(CircuitBreakerManualControl count, CircuitBreakerStateProvider breaker) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            var outcome = await callback(context, state);
            if (!IsFailure(outcome.Exception) && breaker.CircuitState is CircuitState.Closed)
            {
                await count.CloseAsync(CancellationToken.None);
            }

            return outcome;
        }
    }

    private sealed class BeginAnewOptions : ResilienceStrategyOptions;
}
