using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>Which indexers a heal sweep tests.</summary>
public sealed class DueTests
{
    [Fact]
    public void One_that_works_is_not_tested() => Assert.Empty(Due([(View(), Record())]));

    [Fact]
    public void One_that_a_person_switched_off_is_not_tested()
    {
        Assert.Empty(Due([(View(isOn: false), Record() with { FailingSince = New.Ago(9) })]));
        Assert.Empty(Due([(View(isOn: false), Record() with { Custody = New.Custody(9, isByPerson: true) })]));
        Assert.Empty(Due([(View(isOn: false) with { IsBlocked = true }, Record() with { FailingSince = New.Ago(9) })]));
    }

    [Theory]
    [InlineData(CustodyState.Out, 1)]
    [InlineData(CustodyState.TakingOut, 0)]
    [InlineData(CustodyState.BringingBack, 0)]
    internal void One_that_was_taken_out_is_tested(CustodyState state, int count) =>
        Assert.Equal(count, Due([(View(isOn: false), Record() with { Custody = New.Custody(9, state: state) })]).Count);

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.0, 1)]
    public void The_next_test_is_waited_for(double hours, int count) =>
        Assert.Equal(count, Due([(View(isOn: false), Record() with { Custody = New.Custody(9), NextTest = New.Now.AddHours(hours) })]).Count);

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(0.9, 0)]
    public void One_that_its_instance_has_left_alone_for_an_hour_is_tested(double hours, int count)
    {
        Assert.Equal(count, Due([(View() with { IsBlocked = true }, Record() with { FailingSince = New.Ago(hours) })]).Count);
        Assert.Equal(count, Due([(View() with { IsBlocked = true, BlockedSince = New.Ago(hours) }, Record() with { FailingSince = New.Ago(0.5) })]).Count);
    }

    [Fact]
    public void One_that_is_not_left_alone_is_asked_by_its_instance() => Assert.Empty(Due([(View(), Record() with { FailingSince = New.Ago(9) })]));

    [Fact]
    public void One_that_is_to_be_taken_out_is_tested_before_its_time()
    {
        var record = Record() with { NextTest = New.Now.AddHours(20), FailingSince = New.Ago(20) };
        var verdict = new HealVerdict.Disable(New.Case(New.Dead()), "dead");
        Assert.Equal("it is about to be taken out, and tested once more before", Assert.Single(HealTests.Due([(View(), record)], [verdict], _ => false, New.Now)).Why);
    }

    [Theory]
    [InlineData(0.25, 1)]
    [InlineData(0.24, 0)]
    public void None_is_tested_twice_within_a_quarter_of_an_hour(double hours, int count)
    {
        var record = Record() with { Custody = New.Custody(9), LastTest = New.Ago(hours) };
        Assert.Equal(count, Due([(View(isOn: false), record)]).Count);
        Assert.Equal(count, Due([(View(), record with { Custody = null })], "prowlarr").Count);
    }

    [Fact]
    public void While_all_of_an_instance_are_silent_the_one_that_was_not_tested_for_the_longest_time_is_tested()
    {
        var due = Due(
            [
                (View(1), Record(1) with { LastTest = New.Ago(2) }), (View(2), Record(2) with { LastTest = New.Ago(4) }), (View(3), Record(3) with { LastTest = New.Ago(3) }),
                (View(4, isOn: false), Record(4)),
                (View(5, instance: "sonarr", isOn: false), Record(5, "sonarr") with { Custody = New.Custody(9) }),
            ],
            "prowlarr");
        Assert.Equal([new IndexerKey("prowlarr", 2), new IndexerKey("sonarr", 5)], due.Select(test => test.Indexer.Key));
    }

    [Fact]
    public void One_that_was_taken_out_gets_its_turn_in_an_outage_too()
    {
        var due = Due([(View(1), Record(1) with { LastTest = New.Ago(2) }), (View(4, isOn: false), Record(4) with { LastTest = New.Ago(4), Custody = New.Custody(9) })], "prowlarr");
        Assert.Equal(4, Assert.Single(due).Indexer.Key.Id);
    }

    private static IReadOnlyList<PlannedTest> Due(IReadOnlyCollection<(IndexerView, IndexerRecord)> indexers, params string[] silent) =>
        HealTests.Due(indexers, [], silent.Contains, New.Now);

    private static IndexerRecord Record(int id = 1, string instance = "prowlarr") => new() { Key = new(instance, id) };

    private static IndexerView View(int id = 1, string instance = "prowlarr", bool isOn = true) =>
        new(new(instance, id), $"Demo {id}", "torrent", isOn ? IndexerFlags.On : IndexerFlags.Off, Address: null, Priority: 25, Privacy: null, new IndexerOrigin.Own(), IsBlocked: false);
}
