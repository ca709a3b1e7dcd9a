using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Healing;

public sealed class OutageGuardTests
{
    private const int Share = 50;

    [Fact]
    public void Half_of_an_instance_that_begins_to_fail_together_is_an_outage() =>
        Assert.Equal(
            [new("prowlarr", New.Ago(4), Until: null, Failing: 2, Watched: 4)],
            Judge([Failing(1, 4), Failing(2, 0), Well(3), Well(4)]));

    [Fact]
    public void Less_than_the_share_is_none() => Assert.Empty(Judge([Failing(1, 4), Failing(2, 4), Well(3), Well(4), Well(5)]));

    [Fact]
    public void The_share_is_of_all_that_are_watched() => Assert.Empty(OutageGuard.Judge([Failing(1, 4), Failing(2, 4), Well(3)], [], share: 67, New.Now));

    [Fact]
    public void Those_that_begin_more_than_four_hours_apart_fail_each_for_itself() => Assert.Empty(Judge([Failing(1, 5), Failing(2, 0.9)]));

    [Fact]
    public void One_alone_is_no_outage() => Assert.Empty(Judge([Failing(1, 1)]));

    [Fact]
    public void One_that_fails_for_long_does_not_hide_those_that_begin_together() =>
        Assert.Equal(New.Ago(2), Assert.Single(Judge([Failing(1, 100), Failing(2, 2), Failing(3, 1)])).From);

    [Fact]
    public void Of_two_instances_one_can_have_an_outage() =>
        Assert.Equal(["prowlarr"], Judge([Failing(1, 1), Failing(2, 1), .. Enumerable.Range(3, 4).Select(id => Well(id, instance: "sonarr"))]).Select(outage => outage.Scope));

    [Fact]
    public void Instances_of_which_each_has_one_that_fails_have_an_outage_together() =>
        Assert.Equal([OutageRecord.Everywhere], Judge([Failing(1, 1, "a"), Failing(2, 1, "b"), Failing(3, 1, "c")]).Select(outage => outage.Scope));

    [Fact]
    public void Two_over_all_instances_have_nothing_in_common() => Assert.Empty(Judge([Failing(1, 1, "a"), Failing(2, 1, "b")]));

    [Fact]
    public void An_outage_of_the_only_instance_is_told_once() => Assert.Single(Judge([Failing(1, 1), Failing(2, 1), Failing(3, 1)]));

    [Fact]
    public void It_begins_once()
    {
        WatchedIndexer[] watched = [Failing(1, 1), Failing(2, 1)];
        var known = Judge(watched);
        Assert.Equal(known, Judge(watched, known));
    }

    [Fact]
    public void It_lasts_as_long_as_none_answers()
    {
        var outage = New.Outage(from: 200);
        Assert.Equal([outage], Judge([Failing(1, 200), Failing(2, 199)], [outage]));
        Assert.True(OutageGuard.IsTotal(outage, [Failing(1, 200), Well(2, answered: 200)]));
        Assert.False(OutageGuard.IsTotal(outage, [Failing(1, 200), Well(2, answered: 1)]));
        Assert.False(OutageGuard.IsTotal(outage with { Until = New.Now }, [Failing(1, 200)]));
    }

    [Fact]
    public void It_is_over_with_the_first_answer_when_enough_of_them_answer() =>
        Assert.Equal(New.Ago(2), Assert.Single(Judge([Failing(1, 5), Well(2, answered: 1), Well(3, answered: 2)], [New.Outage(from: 5)])).Until);

    [Theory]
    [InlineData(23.9, false)]
    [InlineData(24.0, true)]
    public void Where_some_answer_the_others_have_a_day(double hours, bool isOver) =>
        Assert.Equal(isOver ? New.Now : null, Assert.Single(Judge([Failing(1, hours), Well(2, answered: 1)], [New.Outage(hours)])).Until);

    [Fact]
    public void What_fails_since_an_outage_that_is_over_begins_no_other()
    {
        var over = New.Outage(from: 30, until: 2);
        Assert.Equal([over], Judge([Failing(1, 30), Failing(2, 29), Well(3)], [over]));
        Assert.Equal(2, Judge([Failing(1, 1), Failing(2, 1), Well(3)], [over]).Count);
        Assert.Equal(2, Judge([Failing(1, 29), Failing(2, 29), Well(3)], [over with { Scope = "sonarr" }]).Count);
    }

    [Fact]
    public void An_instance_that_is_not_heard_keeps_its_outage() => Assert.Null(Assert.Single(Judge([], [New.Outage(from: 50)])).Until);

    [Fact]
    public void An_outage_that_begins_in_the_future_is_over_because_the_clock_was_ahead() =>
        Assert.NotNull(Assert.Single(Judge([Failing(1, -48), Failing(2, -48)], [New.Outage(from: -48)])).Until);

    [Fact]
    public void Its_time_holds_both_ends()
    {
        var outage = New.Outage(from: 5, until: 2);
        Assert.Equal([false, true, true, false], new[] { 5.01, 5, 2, 1.99 }.Select(hours => outage.Holds("Prowlarr", New.Ago(hours))));
        Assert.False(outage.Holds("sonarr", New.Ago(3)));
        Assert.True((outage with { Scope = OutageRecord.Everywhere, Until = null }).Holds("sonarr", New.Now));
    }

    private static WatchedIndexer Failing(int id, double hoursAgo, string instance = "prowlarr") => new(new(instance, id), New.Ago(hoursAgo + 1), New.Ago(hoursAgo));

    private static WatchedIndexer Well(int id, double answered = 0, string instance = "prowlarr") => new(new(instance, id), New.Ago(answered), FailingSince: null);

    private static IReadOnlyList<OutageRecord> Judge(IReadOnlyCollection<WatchedIndexer> watched, params IReadOnlyCollection<OutageRecord> known) =>
        OutageGuard.Judge(watched, known, Share, New.Now);
}
