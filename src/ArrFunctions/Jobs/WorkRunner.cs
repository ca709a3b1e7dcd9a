using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs;

/// <summary>Does the work that one message asks for, and enters what came of it into the ledger.</summary>
internal sealed partial class WorkRunner(
    JobLedger ledger, IEnumerable<JobHandler> handlers, TimeProvider clock, ILogger<WorkRunner> logger, LiveConfiguration? configuration = null)
{
    /// <summary>What a stop waits for: a file takes seconds. What takes longer waits for somebody who may never answer, and is given back.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly Dictionary<JobKind, JobHandler> handlers = handlers.ToDictionary(handler => handler.Kind);

    /// <inheritdoc cref="RunAsync(Lane, string, TimeSpan, CancellationToken)"/>
    public Task<WorkVerdict> RunAsync(Lane lane, string body, CancellationToken cancellationToken) => RunAsync(lane, body, TimeSpan.Zero, cancellationToken);

    /// <param name="lane">The lane that the message came from; it is left over where the job is in another by now.</param>
    /// <param name="body">The message.</param>
    /// <param name="patience">How long what came of the work is kept while the ledger cannot be written; below its lease, so that nobody else has the job meanwhile.</param>
    /// <param name="cancellationToken">Counts until the work begins; work that has begun has some time to come to its end, but for slow work, which is given back at once.</param>
    /// <exception cref="StoreException">The ledger cannot be read or written; the message has to come again.</exception>
    public async Task<WorkVerdict> RunAsync(Lane lane, string body, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (WorkItem.Parse(body) is not { } item)
        {
            Log.Unreadable(logger, body.Length);
            return new WorkVerdict.Done();
        }

        // An owner of its own for each attempt: one that lost its lease is nobody, also where the next one runs in the same process.
        if (await ledger.StartAsync(item.JobId, owner: $"worker:{Guid.NewGuid():n}", lane, cancellationToken) is not { } job)
        {
            Log.LeftOver(logger, item.JobId);
            return new WorkVerdict.Done();
        }

        using var held = configuration?.Hold(); // One job is done under one configuration.
        using var correlation = CorrelationId.Begin(job.CorrelationId ?? CorrelationId.New());
        using var span = Spans.BeginAlone($"job {JsonNamingPolicy.CamelCase.ConvertName(job.Kind.ToString())}", ActivityKind.Consumer, job.TraceParent);
        span?.SetTag("arrfunctions.job_id", job.Id).SetTag("arrfunctions.lane", JsonNamingPolicy.CamelCase.ConvertName(lane.ToString())).SetTag("arrfunctions.correlation_id", job.CorrelationId);
        using var scope = Log.Working(logger, job.Id, job.Instance, job.Batch?.Id, job.WebhookId);
        return await RunAsync(job, span, patience, cancellationToken);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault with one job must not end the worker; it counts as an attempt.")]
    private async Task<WorkVerdict> RunAsync(Job job, Activity? span, TimeSpan patience, CancellationToken stopping)
    {
        var owner = job.Lease!.Owner;
        await using var watch = new JobWatch(job, ledger, clock, logger);
        using var stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(watch.Lost, stop.Token);
        await using var asked = stopping.Register(job.Lane is Lane.Slow ? stop.Cancel : () => stop.CancelAfter(Grace));
        try
        {
            var outcome = await handlers[job.Kind].RunAsync(job, watch, ending.Token);
            if (await EnterAsync(() => ledger.FinishAsync(job.Id, owner, outcome, CancellationToken.None), patience, stopping) is { } finished)
            {
                span?.SetTag("arrfunctions.job_status", JsonNamingPolicy.CamelCase.ConvertName(finished.Status.ToString()));
                Log.Finished(logger, job.Path, finished.Status, outcome.Reason);
                return new WorkVerdict.Done(await ledger.SettledByAsync(finished, CancellationToken.None));
            }

            Log.Lost(logger, job.Path);
            return new WorkVerdict.Done();
        }
        catch (OperationCanceledException) when (watch.Lost.IsCancellationRequested)
        {
            Log.Lost(logger, job.Path);
            return new WorkVerdict.Done();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.GivenBack(logger, job.Path);
            await ledger.GiveBackAsync(job.Id, owner, CancellationToken.None);
            return new WorkVerdict.Again(TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            span.Fail(fault);
            Log.Faulted(logger, fault, job.Path, job.Attempts);
            var released = await EnterAsync(() => ledger.ReleaseAsync(job.Id, owner, Sentence(fault), CancellationToken.None), patience, stopping);
            return released is null ? new WorkVerdict.Done()
                : released.Status is JobStatus.Queued ? new WorkVerdict.Again(Pause(job.Attempts))
                : new WorkVerdict.Done(await ledger.SettledByAsync(released, CancellationToken.None));
        }
    }

    /// <summary>What came of the work is kept while the store cannot be written: begun anew, the job would tell something else of a file that is right by now.</summary>
    private async Task<Job?> EnterAsync(Func<Task<Job?>> enter, TimeSpan patience, CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        for (var pause = TimeSpan.FromSeconds(1); ; pause *= 2)
        {
            try
            {
                return await enter();
            }
            catch (StoreException) when (clock.GetElapsedTime(started) + pause < patience && !stopping.IsCancellationRequested)
            {
                await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static string Sentence(Exception fault) => fault is StoreException ? fault.Message : $"an unexpected fault, please report it: {fault.GetType().Name}: {fault.Message}";

    /// <summary>10 s, doubled with each attempt, up to 5 min; a quarter of it by chance, so that not all come back at once.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var pause = TimeSpan.FromSeconds(10) * (1 << Math.Min(attempts - 1, 10));
        return (pause < LongestPause ? pause : LongestPause) * (0.75 + (Random.Shared.NextDouble() / 4));
    }

    private static partial class Log
    {
        private static readonly Func<ILogger, string, string?, string?, string?, IDisposable?> Scope =
            LoggerMessage.DefineScope<string, string?, string?, string?>("job {JobId}, instance {Instance}, batch {BatchId}, webhook {WebhookId}");

        public static IDisposable? Working(ILogger logger, string jobId, string? instance, string? batchId, string? webhookId) =>
            Scope(logger, jobId, instance, batchId, webhookId);

        [LoggerMessage(LogLevel.Error, "A message of {Length} characters is no work item and was dropped.")]
        public static partial void Unreadable(ILogger logger, int length);

        [LoggerMessage(LogLevel.Debug, "The message of job {JobId} was left over and was dropped.")]
        public static partial void LeftOver(ILogger logger, string jobId);

        [LoggerMessage(LogLevel.Information, "{Path}: {Status}: {Reason}.")]
        public static partial void Finished(ILogger logger, string path, JobStatus status, string reason);

        [LoggerMessage(LogLevel.Warning, "{Path}: the lease was lost; whoever has it now tells what came of the job.")]
        public static partial void Lost(ILogger logger, string path);

        [LoggerMessage(LogLevel.Information, "{Path} was not done before the stop; the next start begins it anew.")]
        public static partial void GivenBack(ILogger logger, string path);

        [LoggerMessage(LogLevel.Error, "{Path}: attempt {Attempt} ended by a fault.")]
        public static partial void Faulted(ILogger logger, Exception fault, string path, int attempt);
    }
}
