namespace ArrFunctions.Jobs.Batches;

/// <summary>What came of a batch.</summary>
internal static class BatchWords
{
    public static BatchStatus StatusOf(Batch batch, BatchCounts counts) => (counts.Failed + counts.Poisoned, counts.Total) switch
    {
        _ when batch.Status is BatchStatus.Cancelling => BatchStatus.Cancelled,
        (0, 0) when batch.Unreadable > 0 => BatchStatus.Failed,
        (0, _) when batch.Unreadable == 0 => BatchStatus.Succeeded,
        (var failed, var total) when failed > 0 && failed == total => BatchStatus.Failed,
        _ => BatchStatus.PartlyFailed,
    };

    public static string NotCancellable(Batch batch) => batch.HasEnded ? "The batch has ended." : "The batch is being cancelled already.";

    public static string NotRetryable(Batch batch) => batch switch
    {
        { HasEnded: false } => "The batch has not ended. What fails can be tried again when it has.",
        { Status: BatchStatus.Cancelled } => "The batch was cancelled. Begin another one.",
        { Unreadable: > 0, Counts: { Failed: 0, Poisoned: 0 } } => "No file of the batch failed. For folders that could not be listed, begin another one.",
        { Counts: { Failed: 0, Poisoned: 0 } } => "No file of the batch failed.",
        _ => "Another batch works on its folder.",
    };

    /// <summary>"3 changed, 12 already correct".</summary>
    public static string Sentence(Batch batch)
    {
        var counts = batch.Counts;
        (int Number, string Words)[] parts =
        [
            (counts.Planned, "to be changed"),
            (counts.Changed, "changed"),
            (counts.AlreadyCorrect, "already correct"),
            (counts.Skipped, "skipped"),
            (counts.Failed, "failed"),
            (counts.Poisoned, "poisoned"),
            (counts.Waiting, "waiting, looked at again by themselves"),
            (counts.Cancelled, "cancelled"),
            (batch.Unreadable, batch.Unreadable == 1 ? "folder could not be listed" : "folders could not be listed"),
        ];
        var words = string.Join(", ", parts.Where(part => part.Number > 0).Select(part => $"{part.Number} {part.Words}"));
        return words.Length > 0 ? words : "no file matched";
    }
}
