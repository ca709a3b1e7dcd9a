namespace ArrFunctions.Indexers.Healing;

/// <summary>Tells an outage of the network, or of what stands between an instance and its indexers, from indexers that fail each for itself.</summary>
internal static class OutageGuard
{
    /// <summary>Failures that begin within so long began together: who is asked seldom is found failing late.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromHours(4);

    /// <summary>Where some answer, the others have so long to do the same; after that, each of them fails for itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Fewer have nothing in common.</summary>
    private const int Fewest = 2;

    private const int FewestEverywhere = 3;

    /// <summary>The outages as they stand now: those that were there, ended where they are over, and new ones.</summary>
    /// <param name="watched">Every indexer that is switched on, of the instances that could be asked.</param>
    /// <param name="known">Those that were there before.</param>
    /// <param name="share">Percent of the indexers that have to fail together.</param>
    /// <param name="now">Not before anything that was seen.</param>
    public static IReadOnlyList<OutageRecord> Judge(
        IReadOnlyCollection<WatchedIndexer> watched, IReadOnlyCollection<OutageRecord> known, int share, DateTimeOffset now)
    {
        var outages = known.Select(outage => outage.Until is null ? Continue(outage, Of(outage.Scope, watched), share, now) : outage).ToList();
        var instances = watched.Select(indexer => indexer.Key.Instance).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        // Where there is one instance, an outage of it is told once.
        foreach (var scope in instances is [_] ? instances : instances.Append(OutageRecord.Everywhere))
        {
            if (!known.Any(outage => outage.Until is null && outage.Scope.Equals(scope, StringComparison.OrdinalIgnoreCase))
                && Begin(scope, Of(scope, watched), share, outages) is { } begun)
            {
                outages.Add(begun);
            }
        }

        return outages;
    }

    /// <summary>Whether none of them has answered since it began: the network, and a test of each of them would be in vain.</summary>
    public static bool IsTotal(OutageRecord outage, IReadOnlyCollection<WatchedIndexer> watched) =>
        outage.Until is null && !Of(outage.Scope, watched).Any(indexer => indexer.LastAnswer > outage.From);

    private static OutageRecord Continue(OutageRecord outage, List<WatchedIndexer> indexers, int share, DateTimeOffset now)
    {
        var answers = indexers.Select(indexer => indexer.LastAnswer).Where(answer => answer > outage.From).ToList();
        return answers switch
        {
            // The clock was ahead when it began.
            _ when outage.From > now => outage with { Until = outage.From },
            [] => outage,
            _ when !IsShare(indexers.Count - answers.Count, indexers.Count, share) => outage with { Until = answers.Min() },
            _ => now - outage.From >= Patience ? outage with { Until = now } : outage,
        };
    }

    private static OutageRecord? Begin(string scope, List<WatchedIndexer> indexers, int share, List<OutageRecord> known)
    {
        // Who began to fail in an outage that is over, and did not answer since, is no sign of another one.
        var starts = indexers
            .Where(indexer => indexer.FailingSince is { } since && !known.Any(outage => outage.Until is not null && outage.Holds(indexer.Key.Instance, since)))
            .Select(indexer => indexer.FailingSince!.Value)
            .Order()
            .ToList();
        foreach (var start in starts)
        {
            var together = starts.Count(other => other >= start && other - start <= Together);
            if (together >= (scope == OutageRecord.Everywhere ? FewestEverywhere : Fewest) && IsShare(together, indexers.Count, share))
            {
                return new(scope, start, Until: null, together, indexers.Count);
            }
        }

        return null;
    }

    private static List<WatchedIndexer> Of(string scope, IReadOnlyCollection<WatchedIndexer> watched) =>
        [.. watched.Where(indexer => scope == OutageRecord.Everywhere || indexer.Key.Instance.Equals(scope, StringComparison.OrdinalIgnoreCase))];

    private static bool IsShare(int part, int whole, int share) => 100L * part >= (long)share * whole;
}

/// <summary>An indexer that is switched on, as the guard sees it.</summary>
/// <param name="FailingSince">Null while it works.</param>
internal sealed record WatchedIndexer(IndexerKey Key, DateTimeOffset? LastAnswer, DateTimeOffset? FailingSince);
