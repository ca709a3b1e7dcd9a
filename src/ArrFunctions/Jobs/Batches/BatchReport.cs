namespace ArrFunctions.Jobs.Batches;

/// <summary>How far batches have come.</summary>
internal sealed class BatchReport(JobStore items, TimeProvider clock)
{
    /// <summary>An older pace says nothing about the present one.</summary>
    private static readonly TimeSpan OldPace = TimeSpan.FromMinutes(5);

    /// <summary>Reads one row for each page.</summary>
    public async Task<BatchProgress> ProgressAsync(Batch batch, CancellationToken cancellationToken)
    {
        var counts = await items.CountItemsAsync(batch.Id, batch.Pages, cancellationToken);
        if (batch.HasEnded)
        {
            return BatchProgress.Of(batch, counts);
        }

        var (now, left) = (clock.GetUtcNow(), batch.Files - counts.Settled);
        var pace = PaceAt(batch, counts, now);
        return BatchProgress.Of(
            batch, counts, pace is { } known ? Math.Round(known, 2) : null, batch.IsPlanned && pace > 0 && left > 0 ? now.AddSeconds(left / pace.Value) : null);
    }

    private static double? PaceAt(Batch batch, BatchCounts counts, DateTimeOffset now)
    {
        var since = batch.Pace.FirstOrDefault(pace => now - pace.Time <= OldPace) ?? batch.LastPace;
        return now - since.Time >= TimeSpan.FromSeconds(1) ? (counts.Settled - since.Settled) / (now - since.Time).TotalSeconds : null;
    }
}
