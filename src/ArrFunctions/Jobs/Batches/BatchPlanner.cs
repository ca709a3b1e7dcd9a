namespace ArrFunctions.Jobs.Batches;

/// <summary>The feature that knows what a batch of one kind is about.</summary>
/// <param name="Kind">Of the batch, and of its jobs.</param>
/// <param name="Accept">The batch that is asked for with everything decided that the feature decides; or why it cannot be.</param>
/// <param name="Files">The files of a batch behind a path, or from the first; always in the same order, and none held that is not asked for.</param>
internal sealed record BatchPlanner(
    JobKind Kind, Func<NewBatch, BatchAcceptance> Accept, Func<Batch, string?, Action<string>, IEnumerable<BatchFile>> Files);
