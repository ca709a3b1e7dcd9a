using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Search;

/// <summary>Settings of the search for upgrades (section <c>Library:Search</c>). A tracker counts every question: they are small unless somebody makes them larger.</summary>
public sealed record LibrarySearchOptions
{
    /// <summary><c>Library:Search:Enabled</c>: whether the schedule does anything.</summary>
    public bool Enabled { get; init; }

    /// <summary><c>Library:Search:DryRun</c>: what would be searched for is noted, and nothing is.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary><c>Library:Search:PerDay</c>: searches of an instance on a day in UTC.</summary>
    public int PerDay { get; init; } = 10;

    /// <summary><c>Library:Search:PerIndexer</c>: questions to an indexer on a day in UTC, from all instances.</summary>
    public int PerIndexer { get; init; } = 20;

    /// <summary><c>Library:Search:Pause</c>: between two searches, of whatever instance.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary><c>Library:Search:CoolDown</c>: so long an item that was searched for is left.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromDays(30);

    /// <summary><c>Library:Search:Priority</c>: candidates of a lower one are left.</summary>
    public CandidatePriority Priority { get; init; } = CandidatePriority.High;
}
