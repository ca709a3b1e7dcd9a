namespace ArrFunctions.Jobs.Batches;

/// <summary>What is answered to whoever starts a batch.</summary>
internal sealed record BatchStarted(string BatchId, BatchStatus Status, string Path, bool DryRun);
