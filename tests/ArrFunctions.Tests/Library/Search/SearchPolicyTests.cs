using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Search;

namespace ArrFunctions.Tests.Library.Search;

public sealed class SearchPolicyTests
{
    [Fact]
    public void The_best_candidates_come_first_and_the_others_later()
    {
        var choice = Choose(New.Candidates(5), New.Scene(), limit: 2);

        Assert.Equal(["Demo 1", "Demo 2"], choice.Next.Select(next => next.Name));
        Assert.Equal(new LeftOut(LeftOutReason.Later, 3, ["Demo 3", "Demo 4", "Demo 5"]), Assert.Single(choice.LeftOut), Same);
    }

    [Fact]
    public void Names_of_those_that_are_left_are_the_first_few()
    {
        var left = Assert.Single(Choose([.. New.Candidates(9).Select(candidate => candidate with { IsBlocked = true })], New.Scene()).LeftOut);

        Assert.Equal(new LeftOut(LeftOutReason.Blocked, 9, ["Demo 1", "Demo 2", "Demo 3"]), left, Same);
    }

    [Theory]
    [InlineData(CandidatePriority.Critical, CandidatePriority.Critical, true)]
    [InlineData(CandidatePriority.High, CandidatePriority.Critical, false)]
    [InlineData(CandidatePriority.High, CandidatePriority.High, true)]
    [InlineData(CandidatePriority.Medium, CandidatePriority.High, false)]
    [InlineData(CandidatePriority.Low, CandidatePriority.Low, true)]
    public void Candidates_below_the_priority_are_left(CandidatePriority has, CandidatePriority least, bool isSearched)
    {
        var choice = Choose([New.Candidate(1, has)], New.Scene(), New.Options with { Priority = least });

        Assert.Equal(isSearched ? 1 : 0, choice.Next.Count);
        Assert.Equal(isSearched ? [] : [LeftOutReason.Priority], choice.LeftOut.Select(left => left.Reason));
    }

    [Fact]
    public void A_movie_that_is_not_released_is_left() => AssertLeft(LeftOutReason.Unavailable, [New.Candidate(1) with { IsReleased = false }], New.Scene());

    [Theory]
    [InlineData(-29.9, true)]
    [InlineData(-30, false)]
    [InlineData(29.9, true)]
    [InlineData(30, false)]
    public void An_item_that_was_searched_for_is_left_until_its_cool_down_is_over_also_after_the_clock_was_set_back(double days, bool isLeft)
    {
        var scene = New.Scene(New.Entry(New.Now.AddDays(days), id: 1), New.Entry(New.Now.AddDays(-2), id: 2, instance: "radarr4k"));

        Assert.Equal(isLeft ? ["Demo 2"] : ["Demo 1", "Demo 2"], Choose(New.Candidates(2), scene, limit: 2).Next.Select(next => next.Name));
    }

    [Theory]
    [InlineData(-23, true)]
    [InlineData(-24, false)]
    public void An_item_that_the_instance_refused_is_left_for_a_day(int hours, bool isLeft) =>
        Assert.Equal(isLeft ? 0 : 1, Choose([New.Candidate(1)], New.Scene(New.Entry(New.Now.AddHours(hours), id: 1, state: SearchState.Refused))).Next.Count);

    [Fact]
    public void A_search_that_was_cut_off_counts_as_one() =>
        AssertLeft(LeftOutReason.CoolDown, [New.Candidate(1)], New.Scene(New.Entry(New.Now.AddDays(-3), id: 1, state: SearchState.Begun)));

    [Fact]
    public void Nothing_is_searched_for_while_no_indexer_works()
    {
        AssertLeft(LeftOutReason.NoIndexer, [New.Candidate(1)], New.Scene() with { Indexers = null });
        AssertLeft(LeftOutReason.NoIndexer, [New.Candidate(1)], New.Scene() with { Indexers = new(["Demo A"], AnyWorks: false) });
        Assert.Equal("radarr does not tell of its indexers", Hold(New.Scene() with { Indexers = null })!.Reason);
        Assert.Equal("no indexer that radarr searches works", Hold(New.Scene() with { Indexers = new([], AnyWorks: false) })!.Reason);
    }

    [Fact]
    public void The_budget_of_a_day_counts_the_searches_of_the_instance_on_that_day_refused_ones_too()
    {
        var options = New.Options with { PerDay = 3, CoolDown = TimeSpan.FromDays(1) };
        var midnight = New.Now.AddHours(-12);
        var past = new List<SearchEntry> { New.Entry(midnight.AddTicks(-1)), New.Entry(midnight, state: SearchState.Refused), New.Entry(midnight.AddHours(1), instance: "sonarr"), New.Entry(midnight.AddHours(1)) };

        var choice = Choose(New.Candidates(3), New.Scene(past), options, limit: 3);
        Assert.Equal((1, LeftOutReason.Budget, 2), (choice.Next.Count, Assert.Single(choice.LeftOut).Reason, choice.LeftOut[0].Count));
        Assert.Null(Hold(New.Scene(past), options));

        past.Add(New.Entry(New.Now.AddHours(3))); // The clock was set back.
        AssertLeft(LeftOutReason.Budget, New.Candidates(3), New.Scene(past), options);
        Assert.Equal(new("the 3 searches of radarr on this day are used up (Library:Search:PerDay)", midnight.AddDays(1)), Hold(New.Scene(past), options));
    }

    [Fact]
    public void Each_indexer_that_the_instance_asks_must_have_questions_left_from_all_instances_together()
    {
        var options = New.Options with { PerIndexer = 3 };
        var scene = New.Scene(
            New.Entry(New.Now.AddHours(-2), instance: "sonarr", indexers: ["DEMO A", "Demo B"]) with { Queries = 2 },
            New.Entry(New.Now.AddHours(-3), state: SearchState.Refused, indexers: "Demo A"),
            New.Entry(New.Now.AddDays(-1), indexers: "Demo A"));

        var choice = Choose(New.Candidates(3), scene, options, limit: 3);
        Assert.Equal((1, LeftOutReason.IndexerBudget, 2), (choice.Next.Count, Assert.Single(choice.LeftOut).Reason, choice.LeftOut[0].Count));

        AssertLeft(LeftOutReason.IndexerBudget, [New.Candidate(1) with { Queries = 2 }], scene, options);
        AssertLeft(LeftOutReason.IndexerBudget, [New.Candidate(1)], scene with { Indexers = new(["Demo A", "Demo a"], AnyWorks: true) }, options);
        Assert.Equal(3, Choose(New.Candidates(3), scene with { Indexers = new(["Demo C"], AnyWorks: true) }, options, limit: 3).Next.Count);
    }

    [Theory]
    [InlineData(-9, 1)]
    [InlineData(-10, null)]
    [InlineData(9, 19)]
    [InlineData(10, null)]
    public void Between_two_searches_is_a_pause_whatever_instance_searched(int minutes, int? until) =>
        Assert.Equal(
            until is { } left ? New.Now.AddMinutes(left) : null,
            Hold(New.Scene(New.Entry(New.Now.AddMinutes(minutes), instance: "sonarr")))?.Until);

    [Fact]
    public void When_the_clock_was_set_back_the_pause_begins_anew()
    {
        Assert.Equal(New.Now.AddMinutes(10), Hold(New.Scene() with { Last = New.Now.AddYears(50) })!.Until);
        Assert.Null(Hold(New.Scene() with { Last = New.Now.AddMinutes(-10) }));
    }

    [Theory]
    [InlineData("Demo A (Prowlarr)", "Demo A")]
    [InlineData("Demo A", "Demo A")]
    [InlineData(" (Prowlarr)", "")]
    public void A_copy_of_Prowlarrs_counts_as_the_indexer_there(string name, string plain) => Assert.Equal(plain, SearchedIndexers.PlainName(name));

    private static bool Same(LeftOut one, LeftOut other) => (one.Reason, one.Count) == (other.Reason, other.Count) && one.First.SequenceEqual(other.First);

    private static void AssertLeft(LeftOutReason reason, IReadOnlyList<SearchCandidate> candidates, SearchScene scene, LibrarySearchOptions? options = null)
    {
        var choice = Choose(candidates, scene, options);

        Assert.Empty(choice.Next);
        Assert.Equal((reason, candidates.Count), (Assert.Single(choice.LeftOut).Reason, choice.LeftOut[0].Count));
    }

    private static SearchHold? Hold(SearchScene scene, LibrarySearchOptions? options = null) => SearchPolicy.HoldOf(scene, options ?? New.Options);

    private static SearchChoice Choose(IReadOnlyList<SearchCandidate> candidates, SearchScene scene, LibrarySearchOptions? options = null, int limit = 1) =>
        SearchPolicy.Choose(candidates, scene, options ?? New.Options, limit);
}
