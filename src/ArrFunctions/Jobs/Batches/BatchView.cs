namespace ArrFunctions.Jobs.Batches;

/// <summary>A batch as the routes show it.</summary>
internal sealed record BatchView(
    string Id,
    JobKind Kind,
    BatchStatus Status,
    string? Reason,
    string Path,
    bool Recursive,
    IReadOnlyList<string> Patterns,
    BatchFilters Filters,
    bool DryRun,
    Lane Priority,
    string Actor,
    string? CorrelationId,
    int Attempt,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    DateTimeOffset? Ended,
    bool IsStalled,
    BatchProgress Progress)
{
    /// <param name="progress">Null: as it was noted last.</param>
    public static BatchView Of(Batch batch, BatchProgress? progress = null) => new(
        batch.Id,
        batch.Kind,
        batch.Status,
        batch.Reason,
        batch.Path,
        batch.Recursive,
        batch.Patterns,
        batch.Filters,
        batch.DryRun,
        batch.Lane,
        batch.Actor,
        batch.CorrelationId,
        batch.Attempt,
        batch.Created,
        batch.Updated,
        batch.Ended,
        batch.IsStalled,
        progress ?? BatchProgress.Of(batch, batch.Counts));
}
