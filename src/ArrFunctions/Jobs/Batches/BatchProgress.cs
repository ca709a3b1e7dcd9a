namespace ArrFunctions.Jobs.Batches;

/// <summary>How far a batch has come.</summary>
/// <param name="Total">Files found; grows until <paramref name="IsPlanned"/>.</param>
/// <param name="IsPlanned">Whether all files are found.</param>
/// <param name="Counts">How many stand where; those that are found and not queued yet count as queued.</param>
/// <param name="Percent">From 0 to 100, of the files found so far.</param>
/// <param name="ItemsPerSecond">In the last minutes; null while nobody can tell.</param>
/// <param name="Eta">When it will be done if it goes on like this; null while nobody can tell.</param>
public sealed record BatchProgress(int Total, bool IsPlanned, BatchCounts Counts, double Percent, double? ItemsPerSecond, DateTimeOffset? Eta)
{
    /// <param name="counts">Of the pages in work; the rest of the files counts as what becomes of it.</param>
    internal static BatchProgress Of(Batch batch, BatchCounts counts, double? pace = null, DateTimeOffset? eta = null)
    {
        var rest = batch.Files - counts.Total;
        var whole = batch.Status is BatchStatus.Cancelling or BatchStatus.Cancelled
            ? counts with { Cancelled = counts.Cancelled + rest }
            : counts with { Queued = counts.Queued + rest };
        var percent = batch.Files > 0 ? Math.Round(100.0 * whole.Settled / batch.Files, 1) : batch.HasEnded ? 100 : 0;
        return new(batch.Files, batch.IsPlanned, whole, percent, pace, eta);
    }
}
