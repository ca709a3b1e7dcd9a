using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Healing;

public sealed class HealPolicyLimitTests
{
    private static readonly HealOptions Options = new();

    [Fact]
    public void The_last_indexers_of_a_protocol_of_an_instance_stay_on()
    {
        var verdicts = Judge(
            Options with { MinimumEnabled = 2, MostChanges = 100 },
            New.Case(New.Dead(20), 1), New.Case(New.Dead(19), 2), New.Case([], 3), New.Case(New.Dead(18), 4, protocol: "usenet"), New.Case(New.Dead(), 5, "sonarr"));
        Assert.Equal([1], Disabled(verdicts));
        Assert.Contains("but 2 torrent indexers must stay on in prowlarr (Indexers:Heal:MinimumEnabled)", verdicts[1].Reason, StringComparison.Ordinal);
        Assert.Contains("but 1 usenet indexer must stay on", verdicts[3].Reason, StringComparison.Ordinal);
        Assert.Contains("but 1 torrent indexer must stay on in sonarr", verdicts[4].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_comes_back_in_the_same_sweep_is_not_counted_as_on() =>
        Assert.Empty(Disabled(Judge(Options, New.Case(New.Dead(), 1), New.OutCase(2))));

    [Theory]
    [InlineData(CustodyState.TakingOut)]
    [InlineData(CustodyState.Out)]
    internal void One_that_another_has_taken_out_since_it_was_looked_at_is_not_counted_as_on(CustodyState state) =>
        Assert.Empty(Disabled(Judge(Options, New.Case(New.Dead(), 1), New.Case([], 2) with { Custody = New.Custody(0.01, state: state) })));

    [Fact]
    public void One_sweep_makes_so_many_changes_restores_first_and_the_longest_failing_first()
    {
        var verdicts = Judge(
            Options,
            [New.Case(New.Dead(13), 1), New.Case(New.Dead(15), 2), New.Case(New.Dead(14), 3), New.OutCase(4), New.OutCase(5), .. Working()]);
        Assert.Equal([2], Disabled(verdicts));
        Assert.Equal([4, 5], Restored(verdicts));
        Assert.EndsWith("but one sweep makes at most 3 changes (Indexers:Heal:MostChanges)", verdicts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_that_were_taken_out_first_come_back_first()
    {
        var verdicts = Judge(Options with { MostChanges = 1 }, [New.OutCase(1, hoursAgo: 24), New.OutCase(2, hoursAgo: 48), New.OutCase(3, hoursAgo: 36), New.Case(New.Dead(), 4), .. Working()]);
        Assert.Equal([2], Restored(verdicts));
        Assert.Empty(Disabled(verdicts));
        Assert.Equal("it passed 2 tests in a row, but one sweep makes at most 1 change (Indexers:Heal:MostChanges)", verdicts[0].Reason);
    }

    [Fact]
    public void What_is_left_for_the_minimum_uses_up_no_change() =>
        Assert.Equal([2], Disabled(Judge(Options with { MostChanges = 1 }, [New.Case(New.Dead(30), 1, "sonarr"), New.Case(New.Dead(), 2), .. Working()])));

    [Fact]
    public void There_is_one_verdict_for_each_case_in_their_order()
    {
        var cases = New.AmongOthers(New.Case(New.Dead(), 3), New.OutCase(1), New.Case([], 2));
        Assert.Equal(cases, HealPolicy.Judge(cases, [], Options, isProofNeeded: true, New.Now).Select(verdict => verdict.Case));
    }

    private static IEnumerable<HealCase> Working() => [New.Case([], 901), New.Case([], 902)];

    private static IReadOnlyList<HealVerdict> Judge(HealOptions options, params IReadOnlyList<HealCase> cases) =>
        HealPolicy.Judge(cases, [], options, isProofNeeded: true, New.Now);

    private static IEnumerable<int> Disabled(IEnumerable<HealVerdict> verdicts) => verdicts.OfType<HealVerdict.Disable>().Select(verdict => verdict.Case.Key.Id);

    private static IEnumerable<int> Restored(IEnumerable<HealVerdict> verdicts) => verdicts.OfType<HealVerdict.Restore>().Select(verdict => verdict.Case.Key.Id);
}
