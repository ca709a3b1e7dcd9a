using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>Brings exports to their end in this process, where no service runs: the same steps and the same jobs, and nothing else that is queued.</summary>
internal sealed class LocalExport(ProductState state)
{
    private const int Workers = 2;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>An export that a process before this one began and left; null: there is none.</summary>
    public async Task<Batch?> FindLeftAsync(Instance instance, CancellationToken cancellationToken)
    {
        await foreach (var id in state.Get<BatchStore>().OpenAsync(cancellationToken))
        {
            if (await state.Get<BatchStore>().FindAsync(id, cancellationToken) is ({ Kind: JobKind.Export } batch, _) && batch.Path == instance.Name)
            {
                return batch;
            }
        }

        return null;
    }

    /// <summary>Told to stop, it begins nothing more, and ends with what was in hand.</summary>
    public async Task RunAsync(Batch batch, CancellationToken cancellationToken)
    {
        using var news = new SemaphoreSlim(0);
        using var ended = new CancellationTokenSource();
        var workers = Enumerable.Range(0, Workers).Select(_ => WorkAsync(batch.Lane, news, ended.Token)).ToList();
        try
        {
            await SendLeftAsync(batch);
            var run = state.Get<BatchRun>().RunAsync(batch.Id, token => news.WaitAsync(Look, token), CancellationToken.None);
            if (await Task.WhenAny(run, Task.Delay(Timeout.Infinite, cancellationToken)) != run)
            {
                await state.Get<BatchLedger>().CancelAsync(batch.Id, ScheduleRun.CommandLine, CancellationToken.None);
                news.Release();
            }

            await run;
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(workers);
        }
    }

    /// <summary>Nobody else works on this state: whoever held a job of the batch is gone, and so are the messages.</summary>
    private async Task SendLeftAsync(Batch batch)
    {
        var ledger = state.Get<JobLedger>();
        IReadOnlyList<string?> open = [BatchRows.GroupOf(JobStatus.Queued, result: null), BatchRows.GroupOf(JobStatus.Running, result: null)];
        await foreach (var id in state.Get<JobStore>().ItemIdsAsync(batch.Id, batch.Pages, open, CancellationToken.None))
        {
            if (!await ledger.ReclaimAsync(id, static _ => true, CancellationToken.None))
            {
                await ledger.ResendAsync(id, minimumAge: TimeSpan.Zero, CancellationToken.None);
            }
        }
    }

    private async Task WorkAsync(Lane lane, SemaphoreSlim news, CancellationToken ended)
    {
        var (queue, runner, name) = (state.Get<IWorkQueue>(), state.Get<WorkRunner>(), state.Get<JobsOptions>().Queues[lane]);
        while (!ended.IsCancellationRequested)
        {
            if (await queue.ReceiveAsync(name, most: 1, TimeSpan.FromHours(1), CancellationToken.None) is not [var message])
            {
                await Task.Delay(Pause, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else if (await runner.RunAsync(lane, message.Body, CancellationToken.None) is WorkVerdict.Again again)
            {
                await queue.RenewAsync(message, again.Delay, CancellationToken.None);
            }
            else
            {
                await queue.DeleteAsync(message, CancellationToken.None);
                news.Release();
            }
        }
    }
}
