using System.Collections.Concurrent;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Brings batches to their end, several at a time. Each start goes on where the store stands.</summary>
internal sealed partial class BatchSupervisor(
    SqliteWorkQueue queue, BatchPhases phases, BatchStore store, BatchesOptions options, TimeProvider clock, ILogger<BatchSupervisor> logger)
    : BackgroundService
{
    /// <summary>From one look at a batch to the next, where nothing is heard of it.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Another process may have sent something.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> running = new(StringComparer.Ordinal);

    /// <summary>A page of a batch has settled.</summary>
    public void Notice(BatchPage page) => Wake(page.BatchId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var batches = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.ReceiveAsync(options.Queue, most: 1, HeldMessage.Visibility, stoppingToken) is [var message])
                {
                    batches.RemoveAll(static batch => batch.IsCompleted);
                    batches.Add(RunAsync(new HeldMessage(queue, message, clock, logger), message.Body, stoppingToken));
                }
                else
                {
                    await queue.WaitAsync(options.Queue, LongestSleep, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StoreException failure)
            {
                Log.StoreFailed(logger, failure);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(batches);
    }

    private async Task RunAsync(HeldMessage held, string body, CancellationToken stoppingToken)
    {
        await using (held)
        {
            if (BatchStart.Parse(body) is not { BatchId: var id })
            {
                Log.Unreadable(logger, body.Length);
                await held.DeleteAsync();
                return;
            }

            using var news = new SemaphoreSlim(0);
            if (!running.TryAdd(id, news))
            {
                // It is at work; this is the word that something changed.
                Wake(id);
                await held.DeleteAsync();
                return;
            }

            try
            {
                await SuperviseAsync(id, news, stoppingToken);
                await held.DeleteAsync();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                await held.ReturnAsync(TimeSpan.Zero);
            }
            catch (StoreException failure)
            {
                Log.StoreFailed(logger, failure);
                await held.ReturnAsync(PauseAfterFailure);
            }
            finally
            {
                running.TryRemove(id, out _);
            }
        }
    }

    private async Task SuperviseAsync(string id, SemaphoreSlim news, CancellationToken stoppingToken)
    {
        if (await store.FindAsync(id, stoppingToken) is not ({ HasEnded: false }, _))
        {
            return;
        }

        await phases.RequeueAsync(id, stoppingToken);
        var (open, next) = (new List<BatchPage>(), 0);
        while (true)
        {
            var step = await phases.PlanAsync(id, stoppingToken);
            if (step.IsCancelling)
            {
                await phases.CancelAsync(id, stoppingToken);
            }

            while (open.Count < BatchPhases.MostPagesAtOnce && next < step.Pages)
            {
                open.Add(new(id, next++));
                await phases.EnqueueAsync(open[^1], stoppingToken);
                await RemoveSettledAsync(open, stoppingToken);
            }

            await RemoveSettledAsync(open, stoppingToken);
            if (open.Count == 0 && next == step.Pages && (step.IsPlanned || step.IsCancelling))
            {
                await phases.FinishAsync(id, stoppingToken);
                return;
            }

            await phases.ProgressAsync(id, stoppingToken);
            if (open.Count == BatchPhases.MostPagesAtOnce || step.IsPlanned)
            {
                await news.WaitAsync(Look, stoppingToken);
            }
        }
    }

    private async Task RemoveSettledAsync(List<BatchPage> open, CancellationToken stoppingToken)
    {
        foreach (var page in open.ToList())
        {
            if (await phases.IsSettledAsync(page, stoppingToken))
            {
                open.Remove(page);
            }
        }
    }

    private void Wake(string batchId)
    {
        if (running.TryGetValue(batchId, out var news))
        {
            try
            {
                news.Release();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A message of {Length} characters is no start of a batch and was dropped.")]
        public static partial void Unreadable(ILogger logger, int length);

        [LoggerMessage(LogLevel.Error, "Batches cannot be read or written; they are tried again.")]
        public static partial void StoreFailed(ILogger logger, Exception failure);
    }
}
