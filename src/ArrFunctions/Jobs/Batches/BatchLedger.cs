using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

/// <summary>The one place where a batch changes. Every change is conditional on what was read.</summary>
internal sealed class BatchLedger(BatchStore store, IWorkQueue queue, Live<BatchesOptions> options, TimeProvider clock)
{
    /// <summary>Reads, changes and writes until nobody else wrote between.</summary>
    /// <param name="change">The batch after the change, what is told of it, and the files of a page that was found; null leaves it.</param>
    /// <returns>The batch after the change; null when there is none, or it was left.</returns>
    public async Task<Batch?> ChangeAsync(
        string id, Func<Batch, (Batch After, EventRecord? Told, IReadOnlyList<BatchFile>? Page)?> change, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(id, cancellationToken) is var (before, etag))
        {
            if (change(before) is not var (after, told, page))
            {
                return null;
            }

            after = after with { Updated = clock.GetUtcNow() };
            if (await store.TryReplaceAsync(before, etag, after, told, page, cancellationToken))
            {
                return after;
            }

            if (before.HasEnded && !after.HasEnded && await store.OwnerOfFolderAsync(before, cancellationToken) is not null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Nothing more of it is begun; what runs comes to its end.</summary>
    /// <returns>Null when it has ended, or is being cancelled.</returns>
    public async Task<Batch?> CancelAsync(string id, string actor, CancellationToken cancellationToken)
    {
        var cancelling = await ChangeAsync(
            id,
            batch => batch.HasEnded || batch.Status is BatchStatus.Cancelling
                ? null
                : (batch with { Status = BatchStatus.Cancelling }, BatchEvents.Of(batch, "cancelling", "its cancellation was asked for", clock.GetUtcNow(), actor), null),
            cancellationToken);
        await SendAsync(cancelling);
        return cancelling;
    }

    /// <summary>Its items that failed or were poisoned are tried again.</summary>
    /// <returns>Null when it has not ended or was cancelled, nothing of it failed, or another batch works on its folder.</returns>
    /// <param name="counts">Of the batch as they are now: what waited at its end may have failed since.</param>
    public async Task<Batch?> RetryAsync(Batch asked, BatchCounts counts, string actor, CancellationToken cancellationToken)
    {
        var failed = counts.Failed + counts.Poisoned;
        var retried = await ChangeAsync(
            asked.Id,
            batch => !batch.HasEnded || batch.Status is BatchStatus.Cancelled || failed == 0 ? null : (Again(batch, counts), BatchEvents.Of(
                batch, "retried", $"another attempt at {failed} {(failed == 1 ? "file" : "files")} was asked for", clock.GetUtcNow(), actor), null),
            cancellationToken);
        await SendAsync(retried);
        return retried;
    }

    /// <summary>Sends the start of a batch, or the word that something changed about it.</summary>
    public Task SendAsync(Batch? batch) => batch is null
        ? Task.CompletedTask
        : queue.SendAsync(options.Value.Queue, new BatchStart(batch.Id, batch.Attempt).ToBody(), TimeSpan.Zero, CancellationToken.None);

    private Batch Again(Batch batch, BatchCounts counts) => batch with
    {
        Status = BatchStatus.Running,
        Attempt = batch.Attempt + 1,
        CorrelationId = CorrelationId.Current ?? CorrelationId.New(),
        TraceParent = Spans.Current,
        Begun = clock.GetUtcNow(),
        Before = counts,
        Ended = null,
        Reason = null,
        Moved = clock.GetUtcNow(),
        Pace = [],
        IsStalled = false,
    };
}
