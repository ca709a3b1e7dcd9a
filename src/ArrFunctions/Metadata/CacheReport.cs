namespace ArrFunctions.Metadata;

/// <summary>How a cache stands.</summary>
/// <param name="Name">In routes.</param>
/// <param name="Description">What it keeps, for people.</param>
/// <param name="Entries">What it holds now; all other numbers count from the start of this process.</param>
/// <param name="Hits">Questions that it answered.</param>
/// <param name="Misses">Questions that it could not answer.</param>
/// <param name="Stale">Of those, the ones that an old entry had to answer because nobody else did.</param>
/// <param name="Calls">Requests that were sent, retries too.</param>
internal sealed record CacheReport(string Name, string Description, int Entries, long Hits, long Misses, long Stale, long Calls);

/// <summary>All caches.</summary>
internal sealed record CacheList(IReadOnlyList<CacheReport> Caches);

/// <param name="Removed">How many entries.</param>
internal sealed record CacheRemoval(int Removed);
