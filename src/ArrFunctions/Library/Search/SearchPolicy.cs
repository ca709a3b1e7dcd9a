using System.Globalization;

namespace ArrFunctions.Library.Search;

/// <summary>Decides what may be searched for. A search makes the instance ask every indexer that it searches, so it must fit the budget of each of them.</summary>
/// <remarks>Times are compared in both directions: a clock that was set back finds searches ahead of it, and they count as much.</remarks>
internal static class SearchPolicy
{
    /// <summary>So long an item is left that the instance refused to search for.</summary>
    private static readonly TimeSpan RefusedFor = TimeSpan.FromDays(1);

    private const int MostNames = 3;

    /// <summary>How far from now a search can lie and still count.</summary>
    public static TimeSpan Reach(LibrarySearchOptions options) => options.CoolDown + TimeSpan.FromDays(1);

    /// <returns>Null: a search may be asked for now.</returns>
    public static SearchHold? HoldOf(SearchScene scene, LibrarySearchOptions options) =>
        scene.Indexers is null ? new($"{scene.Instance} does not tell of its indexers")
        : !scene.Indexers.AnyWorks ? new($"no indexer that {scene.Instance} searches works")
        : scene.Today.Count(entry => entry.Instance == scene.Instance) >= options.PerDay
            ? new(Invariant($"the {options.PerDay} searches of {scene.Instance} on this day are used up (Library:Search:PerDay)"), new(scene.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero))
        : QuietUntil(scene, options) is var until && until > scene.Now
            ? new(Invariant($"the last search is not {options.Pause.TotalMinutes:0.#} minutes ago (Library:Search:Pause)"), until)
        : null;

    /// <param name="candidates">By rank.</param>
    /// <param name="limit">How many are wanted; the pause lies between each two of them.</param>
    public static SearchChoice Choose(IEnumerable<SearchCandidate> candidates, SearchScene scene, LibrarySearchOptions options, int limit)
    {
        var cooling = scene.Own.Where(entry => IsCooling(entry, scene.Now, options)).Select(entry => entry.Item).ToHashSet();
        var budget = options.PerDay - scene.Today.Count(entry => entry.Instance == scene.Instance);
        var used = scene.Today.Where(entry => entry.IsAsked)
            .SelectMany(entry => entry.Indexers, (entry, name) => (Name: name, entry.Queries))
            .GroupBy(asked => asked.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(asked => asked.Key, asked => asked.Sum(one => one.Queries), StringComparer.OrdinalIgnoreCase);
        var next = new List<SearchCandidate>();
        var left = new SortedDictionary<LeftOutReason, (int Count, List<string> First)>();
        foreach (var candidate in candidates)
        {
            if (ReasonAgainst(candidate) is { } reason)
            {
                var (count, first) = left.TryGetValue(reason, out var known) ? known : (0, []);
                if (count < MostNames)
                {
                    first.Add(candidate.Name);
                }

                left[reason] = (count + 1, first);
                continue;
            }

            next.Add(candidate);
            foreach (var name in scene.Indexers!.Asked)
            {
                used[name] = used.GetValueOrDefault(name) + candidate.Queries;
            }
        }

        return new(next, [.. left.Select(pair => new LeftOut(pair.Key, pair.Value.Count, pair.Value.First))]);

        LeftOutReason? ReasonAgainst(SearchCandidate candidate) =>
            candidate.Priority > options.Priority ? LeftOutReason.Priority
            : candidate.IsBlocked ? LeftOutReason.Blocked
            : !candidate.IsReleased ? LeftOutReason.Unavailable
            : cooling.Contains(candidate.Item) ? LeftOutReason.CoolDown
            : scene.Indexers is not { AnyWorks: true } indexers ? LeftOutReason.NoIndexer
            : next.Count >= budget ? LeftOutReason.Budget
            : !Fits(indexers, candidate) ? LeftOutReason.IndexerBudget
            : next.Count >= limit ? LeftOutReason.Later
            : null;

        bool Fits(SearchedIndexers indexers, SearchCandidate candidate) => indexers.Asked.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .All(name => used.GetValueOrDefault(name.Key) + (candidate.Queries * name.Count()) <= options.PerIndexer);
    }

    private static bool IsCooling(SearchEntry entry, DateTimeOffset now, LibrarySearchOptions options) =>
        (now - entry.Time).Duration() < (entry.IsAsked || options.CoolDown < RefusedFor ? options.CoolDown : RefusedFor);

    /// <summary>When the last search lies ahead, the clock was set back, and nobody knows how long ago it was: the pause begins now.</summary>
    private static DateTimeOffset QuietUntil(SearchScene scene, LibrarySearchOptions options)
    {
        var near = scene.Past.Select(entry => entry.Time).Where(time => (scene.Now - time).Duration() < options.Pause);
        var last = scene.Last > scene.Now ? scene.Now : scene.Last;
        return (last is { } known ? near.Append(known) : near).Select(time => time + options.Pause).DefaultIfEmpty(scene.Now).Max();
    }

    private static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
