namespace ArrFunctions.Ops.Caches;

/// <summary>How a cache stands.</summary>
/// <param name="Name">In routes.</param>
/// <param name="Description">What it keeps, for people.</param>
/// <param name="Entries">What it holds now; all other numbers count from the start of this process.</param>
/// <param name="Hits">Questions that it answered.</param>
/// <param name="Misses">Questions that it could not answer.</param>
/// <param name="Stale">Of those, the ones that an old entry had to answer because nobody else did; null where none ever does.</param>
/// <param name="Calls">Requests that were sent, retries too; null where they are not counted.</param>
/// <param name="Evictions">Entries that had to go for others; null where none has to.</param>
internal sealed record CacheReport(string Name, string Description, int Entries, long Hits, long Misses, long? Stale = null, long? Calls = null, long? Evictions = null)
{
    /// <summary>Hits of all questions, 0 to 1; null without any.</summary>
    public double? HitRate => Hits + Misses == 0 ? null : (double)Hits / (Hits + Misses);
}

/// <summary>All caches.</summary>
internal sealed record CacheList(IReadOnlyList<CacheReport> Caches);

/// <param name="Removed">How many entries.</param>
internal sealed record CacheRemoval(int Removed);
