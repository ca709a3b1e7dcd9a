using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Forgets batches whose time is over, and the jobs that are their items.</summary>
internal sealed class BatchCleanUp(BatchStore store, JobStore items, BatchTallies tallies, Live<JobsOptions> options, TimeProvider clock)
{
    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) => OverAsync(cancellationToken).AnyAsync(cancellationToken);

    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var batch in OverAsync(cancellationToken))
        {
            await foreach (var id in items.ItemIdsAsync(batch.Id, batch.Pages, groups: [null], cancellationToken))
            {
                await items.RemoveAsync(id, cancellationToken);
            }

            await items.RemoveCountsAsync(batch.Id, batch.Pages, cancellationToken);
            await store.RemoveAsync(batch, cancellationToken);
            removed++;
        }

        await tallies.SumUpAsync(clock.GetUtcNow() - options.Value.KeepFailedFor, cancellationToken);
        return removed;
    }

    /// <summary>Items that still wait keep their batch.</summary>
    private IAsyncEnumerable<Batch> OverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var least = options.Value.KeepFor < options.Value.KeepFailedFor ? options.Value.KeepFor : options.Value.KeepFailedFor;
        return store.BeforeAsync(now - least, cancellationToken)
            .Select(async (string id, CancellationToken token) => (await store.FindAsync(id, token))?.Batch)
            .OfType<Batch>()
            .Where(batch => batch.Ended is { } ended && now - ended >= (batch.Counts.Failed + batch.Counts.Poisoned > 0 ? options.Value.KeepFailedFor : options.Value.KeepFor))
            .Where(async (batch, token) => (await items.CountItemsAsync(batch.Id, batch.Pages, token)) is { IsSettled: true, Waiting: 0 });
    }
}
