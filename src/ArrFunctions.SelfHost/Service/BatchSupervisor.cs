using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Runs the batches whose start has come, several at a time.</summary>
internal sealed partial class BatchSupervisor(
    SqliteWorkQueue queue, BatchRun run, Live<BatchesOptions> options, TimeProvider clock, ILogger<BatchSupervisor> logger)
    : BackgroundService
{
    /// <summary>From one look at a batch to the next, where nothing is heard of it.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>The command line may have sent something, and can tell nobody.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

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
                if (await queue.ReceiveAsync(options.Value.Queue, most: 1, HeldMessage.Visibility, stoppingToken) is [var message])
                {
                    batches.RemoveAll(static batch => batch.IsCompleted);
                    batches.Add(RunAsync(new HeldMessage(queue, message, clock, logger), message.Body, stoppingToken));
                }
                else
                {
                    await queue.WaitAsync(options.Value.Queue, LongestSleep, stoppingToken);
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

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault with one batch must not end the others; it goes on where it stands.")]
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
                await run.RunAsync(id, token => news.WaitAsync(Look, token), stoppingToken);

                // First: what is heard from here on is for another run.
                running.TryRemove(id, out _);
                await held.DeleteAsync();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                await held.ReturnAsync(TimeSpan.Zero);
            }
            catch (Exception fault)
            {
                Log.Faulted(logger, fault, id);
                await held.ReturnAsync(PauseAfterFailure);
            }
            finally
            {
                running.TryRemove(id, out _);
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

        [LoggerMessage(LogLevel.Error, "Batch {BatchId} met a fault; it goes on in a moment.")]
        public static partial void Faulted(ILogger logger, Exception fault, string batchId);

        [LoggerMessage(LogLevel.Error, "Batches cannot be read or written; they are tried again.")]
        public static partial void StoreFailed(ILogger logger, Exception failure);
    }
}
