using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Health;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>The workers of all lanes. Each lane has its own, so that none waits for another.</summary>
internal sealed partial class LaneWorkers(
    SqliteWorkQueue queue,
    WorkRunner runner,
    LaneSwitch lanes,
    BatchSupervisor batches,
    AudioRecovery recovery,
    Live<JobsOptions> options,
    StartupLog startup,
    TimeProvider clock,
    ILogger<LaneWorkers> logger)
    : BackgroundService
{
    private static readonly TimeSpan PauseWhilePaused = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Below the lease of a job.</summary>
    private static readonly TimeSpan PatienceWithStore = TimeSpan.FromMinutes(4.5);

    /// <summary>Longest sleep of a worker: another process may have sent something.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await RecoverAsync(stoppingToken);
        var workers = Enum.GetValues<Lane>().SelectMany(lane => Enumerable.Range(0, options.Value.Workers[lane]).Select(_ => WorkAsync(lane, stoppingToken)));
        await Task.WhenAll(workers);
    }

    private async Task RecoverAsync(CancellationToken stoppingToken)
    {
        using var correlation = CorrelationId.BeginIfNone();
        await startup.RunAsync(StartSteps.Changes, async () =>
        {
            var conflicts = await recovery.RunAsync(stoppingToken);
            foreach (var conflict in conflicts)
            {
                Log.Conflict(logger, conflict);
            }

            return $"{conflicts.Count} need a person";
        });
    }

    private async Task WorkAsync(Lane lane, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkOrSleepAsync(lane, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException failure)
            {
                Log.StoreFailed(logger, failure, lane);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkOrSleepAsync(Lane lane, CancellationToken stoppingToken)
    {
        if (await lanes.IsPausedAsync(lane, stoppingToken))
        {
            await Task.Delay(PauseWhilePaused, clock, stoppingToken);
        }
        else if (await queue.ReceiveAsync(options.Value.Queues[lane], most: 1, HeldMessage.Visibility, stoppingToken) is [var message])
        {
            await WorkAsync(lane, message, stoppingToken);
        }
        else
        {
            await queue.WaitAsync(options.Value.Queues[lane], LongestSleep, stoppingToken);
        }
    }

    private async Task WorkAsync(Lane lane, WorkMessage message, CancellationToken stoppingToken)
    {
        var held = new HeldMessage(queue, message, clock, logger);
        try
        {
            switch (await runner.RunAsync(lane, message.Body, PatienceWithStore, stoppingToken))
            {
                case WorkVerdict.Again again:
                    await held.ReturnAsync(again.Delay);
                    break;
                case WorkVerdict.Done done:
                    await held.DeleteAsync();
                    if (done.Settled is { } page)
                    {
                        batches.Notice(page);
                    }

                    break;
            }
        }
        catch (OperationCanceledException)
        {
            await held.ReturnAsync(TimeSpan.Zero);
        }
        catch (StoreException failure)
        {
            Log.StoreFailed(logger, failure, lane);
            await ReturnAsync(held, stoppingToken);
        }
        finally
        {
            await held.DisposeAsync();
        }
    }

    /// <summary>The message comes again as soon as the state can be written, and not only when it has been away for its whole time.</summary>
    private async Task ReturnAsync(HeldMessage held, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await held.ReturnAsync(TimeSpan.Zero);
                return;
            }
            catch (StoreException)
            {
                // It was told; the next turn tries again.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Conflict}")]
        public static partial void Conflict(ILogger logger, string conflict);

        [LoggerMessage(LogLevel.Error, "The worker of the {Lane} lane cannot read or write the state; it tries again.")]
        public static partial void StoreFailed(ILogger logger, Exception failure, Lane lane);
    }
}
