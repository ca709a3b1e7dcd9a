using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>
/// Answers of TMDB, also that it knows nothing, so that it is asked once for each question. An answer that is too old to be believed is used all the
/// same while TMDB cannot be asked, and is removed when it is twice as old.
/// </summary>
internal sealed partial class TmdbCache(TmdbCacheStore store, TmdbClient client, Live<TmdbOptions> options, TimeProvider clock, ILogger<TmdbCache> logger)
{
    public const string Name = "tmdb";

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<TmdbAnswer>> underway = new(StringComparer.Ordinal);
    private long hits;
    private long misses;
    private long stale;

    /// <summary>Questions that a kept answer answered.</summary>
    public long Hits => Interlocked.Read(ref hits);

    private DateTimeOffset WorthlessBefore => clock.GetUtcNow() - (2 * options.Value.CacheFor);

    /// <exception cref="TmdbException">TMDB gave no answer, and none is kept.</exception>
    public Task<TmdbAnswer> AskAsync(TmdbQuery query, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Who asks the same meanwhile shares the answer, so it does not end with the one who asked first.
            if (!underway.TryGetValue(query.Key, out var answer))
            {
                underway[query.Key] = answer = Task.Run(() => AnswerAsync(query), CancellationToken.None);
            }

            return answer.WaitAsync(cancellationToken);
        }
    }

    public async Task<CacheReport> ReportAsync(CancellationToken cancellationToken) => new(
        Name,
        "answers of TMDB",
        await store.CountAsync(cancellationToken),
        Interlocked.Read(ref hits),
        Interlocked.Read(ref misses),
        Interlocked.Read(ref stale),
        client.Calls);

    /// <summary>False when nothing is kept under this key.</summary>
    public Task<bool> RemoveAsync(string key, CancellationToken cancellationToken) => store.RemoveAsync(key, cancellationToken);

    /// <returns>How many answers were removed.</returns>
    public Task<int> ClearAsync(CancellationToken cancellationToken) => store.RemoveOlderAsync(DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>Whether there are answers that are too old to be used at all.</summary>
    public ValueTask<bool> IsCleanupDueAsync(CancellationToken cancellationToken) => store.HasOlderAsync(WorthlessBefore, cancellationToken);

    /// <returns>What was done, for people.</returns>
    public async Task<string> CleanUpAsync(CancellationToken cancellationToken)
    {
        var removed = await store.RemoveOlderAsync(WorthlessBefore, cancellationToken);
        return $"{removed} old {(removed == 1 ? "answer" : "answers")} of TMDB removed";
    }

    private async Task<TmdbAnswer> AnswerAsync(TmdbQuery query)
    {
        try
        {
            var kept = await FindAsync(query);
            // Also of one that a clock which was ahead has dated.
            if (kept is not null && (clock.GetUtcNow() - kept.Written).Duration() < options.Value.CacheFor)
            {
                Interlocked.Increment(ref hits);
                return new(kept.Titles);
            }

            Interlocked.Increment(ref misses);
            return await AskAsync(query, kept);
        }
        finally
        {
            lock (gate)
            {
                underway.Remove(query.Key);
            }
        }
    }

    private async Task<TmdbAnswer> AskAsync(TmdbQuery query, CachedAnswer? kept)
    {
        try
        {
            var titles = await client.AskAsync(query, CancellationToken.None);
            await KeepAsync(new() { Key = query.Key, Written = clock.GetUtcNow(), Titles = titles }, kept);
            return new(titles);
        }
        catch (TmdbException outage) when (kept is not null)
        {
            Interlocked.Increment(ref stale);
            return new(kept.Titles, outage.Message);
        }
    }

    private async Task<CachedAnswer?> FindAsync(TmdbQuery query)
    {
        try
        {
            return await store.FindAsync(query.Key, CancellationToken.None);
        }
        catch (StoreException failure)
        {
            Log.NotRead(logger, failure);
            return null;
        }
    }

    private async Task KeepAsync(CachedAnswer answer, CachedAnswer? replaced)
    {
        try
        {
            await store.KeepAsync(answer, replaced, CancellationToken.None);
        }
        catch (StoreException failure)
        {
            Log.NotKept(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The cache of TMDB's answers cannot be read; TMDB is asked.")]
        public static partial void NotRead(ILogger logger, StoreException failure);

        [LoggerMessage(LogLevel.Warning, "An answer of TMDB cannot be kept; it will be asked again.")]
        public static partial void NotKept(ILogger logger, StoreException failure);
    }
}
