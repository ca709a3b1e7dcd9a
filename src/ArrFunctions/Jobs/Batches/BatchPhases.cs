namespace ArrFunctions.Jobs.Batches;

/// <summary>The steps of a batch. Each may be cut off anywhere and be done again: a host calls them in order and goes on where the store stands.</summary>
internal sealed class BatchPhases
{
    /// <summary>More would only wait for the same workers.</summary>
    public const int MostPagesAtOnce = 5;

    /// <summary>Finds some more files, a few pages in one call.</summary>
    public Task<BatchStep> PlanAsync(string batchId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Queues the jobs of a page. Does nothing for a batch that is being cancelled.</summary>
    public Task EnqueueAsync(BatchPage page, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Whether nothing of the page is queued or running.</summary>
    public Task<bool> IsSettledAsync(BatchPage page, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Counts how far it has come, and keeps that with the batch.</summary>
    public Task<BatchProgress> ProgressAsync(string batchId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Cancels the jobs of a batch that is being cancelled which have not begun.</summary>
    public Task CancelAsync(string batchId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Queues the jobs again that failed, of a batch that is being retried.</summary>
    public Task RequeueAsync(string batchId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Ends the batch, and tells what came of it.</summary>
    public Task<Batch> FinishAsync(string batchId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
