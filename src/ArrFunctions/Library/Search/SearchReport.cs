namespace ArrFunctions.Library.Search;

/// <summary>What a look for upgrades decided, and what came of it.</summary>
/// <param name="IsDryRun">Nothing was searched for.</param>
internal sealed record SearchReport(DateTimeOffset Time, bool IsDryRun, IReadOnlyList<SearchPlan> Instances)
{
    /// <summary>For people.</summary>
    public string InWords() => Instances is [] ? "no Sonarr or Radarr is configured" : string.Join("; ", Instances.Select(static plan => plan.InWords()));
}

/// <summary>Of one instance.</summary>
/// <param name="Hold">Why nothing may be searched for now; null: something may, or was.</param>
/// <param name="Until">How long <paramref name="Hold"/> lasts at least; null where nobody knows.</param>
/// <param name="Searched">What was searched for, or noted by a dry run; null: nothing.</param>
/// <param name="Next">What comes then, in this order.</param>
/// <param name="LeftOut">The other candidates; empty where <paramref name="Hold"/> made it needless to look.</param>
internal sealed record SearchPlan(
    string Instance, string? Hold, DateTimeOffset? Until, SearchEntry? Searched, IReadOnlyList<SearchCandidate> Next, IReadOnlyList<LeftOut> LeftOut)
{
    public static SearchPlan Held(string instance, SearchHold hold) => new(instance, hold.Reason, hold.Until, Searched: null, [], []);

    /// <summary>For people.</summary>
    public string InWords() => Searched is { } searched ? $"{Instance}: {searched.Name} {searched.InWords()}"
        : Hold is not null ? $"{Instance}: nothing, {Hold}"
        : Next is [var first, ..] ? $"{Instance}: {first.Name} would be searched for"
        : $"{Instance}: no candidate is left to search for";
}
