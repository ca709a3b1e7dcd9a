using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Search;

namespace ArrFunctions.Tests.Library.Search;

/// <summary>What the policy of searches is asked about, made from what a test is about.</summary>
internal static class New
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly LibrarySearchOptions Options = new();

    public static SearchCandidate Candidate(int id, CandidatePriority priority = CandidatePriority.High) => new(new(id), $"Demo {id}", priority, Gain: 100, "why");

    public static IReadOnlyList<SearchCandidate> Candidates(int count) => [.. Enumerable.Range(1, count).Select(id => Candidate(id))];

    public static SearchEntry Entry(DateTimeOffset time, int id = 1000, string instance = "radarr", SearchState state = SearchState.Sent, params string[] indexers) => new()
    {
        Instance = instance,
        Time = time,
        Item = new(id),
        Name = $"Demo {id}",
        Priority = CandidatePriority.High,
        Indexers = indexers is [] ? ["Demo A"] : indexers,
        State = state,
        Actor = "test",
    };

    public static SearchScene Scene(params IReadOnlyList<SearchEntry> past) => new("radarr", past, Last: null, new(["Demo A"], AnyWorks: true), Now);
}
