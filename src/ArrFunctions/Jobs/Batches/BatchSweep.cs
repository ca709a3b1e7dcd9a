using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Sends the start of open batches again whose message was lost, or whose orchestration is gone; one too many does no harm.</summary>
internal sealed class BatchSweep(BatchStore store, BatchLedger ledger, IWorkQueue queue, Live<BatchesOptions> options, TimeProvider clock)
{
    /// <summary>Whether there are fewer messages than open batches.</summary>
    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        var messages = await queue.CountAsync(options.Value.Queue, cancellationToken);
        return await store.OpenAsync(cancellationToken).Take((int)Math.Min(messages, options.Value.MostOpen) + 1).CountAsync(cancellationToken) > messages;
    }

    /// <param name="minimumAge">A younger one may be on its way between store and queue.</param>
    /// <returns>How many were sent.</returns>
    public async Task<int> RunAsync(TimeSpan minimumAge, CancellationToken cancellationToken)
    {
        var sent = 0;
        if (await IsDueAsync(cancellationToken))
        {
            await foreach (var id in store.OpenAsync(cancellationToken))
            {
                if (await store.FindAsync(id, cancellationToken) is var (batch, _) && clock.GetUtcNow() - batch.Updated >= minimumAge)
                {
                    await ledger.SendAsync(batch);
                    sent++;
                }
            }
        }

        return sent;
    }
}
