namespace ArrFunctions.Jobs.Batches;

/// <summary>The feature that knows what a batch of one kind is about.</summary>
/// <param name="Kind">Of the batch, and of its jobs.</param>
/// <param name="Accept">The batch that is asked for with everything decided that the feature decides; or why it cannot be.</param>
/// <param name="Files">The files of a batch behind a path, or from the first; always in the same order, and none held that is not asked for. What
/// cannot be read is told in a sentence.</param>
internal sealed record BatchPlanner(
    JobKind Kind, Func<NewBatch, BatchAcceptance> Accept, Func<Batch, string?, Action<string>, CancellationToken, IAsyncEnumerable<BatchFile>> Files)
{
    /// <summary>Done when nothing of a batch is at work any more, before it counts as ended; may be cut off and done again. What it returns is told
    /// of the batch in place of its counts; null: nothing else is to be said.</summary>
    public Func<Batch, BatchCounts, CancellationToken, Task<string?>> FinishAsync { get; init; } = static (_, _, _) => Task.FromResult<string?>(null);
}
