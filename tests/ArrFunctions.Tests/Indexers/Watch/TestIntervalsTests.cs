using ArrFunctions.Indexers.Watch;
using ArrFunctions.Tests.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Watch;

public sealed class TestIntervalsTests
{
    private static readonly IndexerRecord Record = new() { Key = new("sonarr", 1) };

    [Fact]
    public void One_that_only_tests_tell_of_is_tested_every_three_hours_while_it_works() =>
        Assert.Equal([3, 3, 3], Hours(isTestedWhenWell: true, true, true, true));

    [Fact]
    public void The_time_doubles_up_to_a_day_while_it_fails() => Assert.Equal([3, 6, 12, 24, 24, 3], Hours(isTestedWhenWell: true, true, false, false, false, false, true));

    [Fact]
    public void One_that_others_tell_of_is_tested_after_an_hour_and_ever_later_while_it_fails() =>
        Assert.Equal([1, 2, 4, 8, 16, 24, null], Hours(isTestedWhenWell: false, false, false, false, false, false, false, true));

    [Fact]
    public void The_first_interval_after_a_pass_is_short_again() => Assert.Equal([1, 2, null, 1], Hours(isTestedWhenWell: false, false, false, true, false));

    [Fact]
    public void One_that_was_taken_out_is_tested_again_as_soon_as_may_be_when_it_passes()
    {
        var passed = TestIntervals.After(Record with { Custody = New.Custody(9), PassedTests = 1 }, isPassed: true, isTestedWhenWell: false, new(), New.Now);
        Assert.Equal((New.Now + TestIntervals.Spacing, 2), (passed.NextTest, passed.PassedTests));
    }

    [Fact]
    public void A_failure_ends_the_row_of_passed_tests() =>
        Assert.Equal(0, TestIntervals.After(Record with { PassedTests = 7 }, isPassed: false, isTestedWhenWell: true, new(), New.Now).PassedTests);

    [Fact]
    public void What_was_switched_begins_anew()
    {
        var record = Record with { PassedTests = 7, TestInterval = TimeSpan.FromHours(9), NextTest = New.Now.AddHours(9) };
        Assert.Equal((New.Now.AddHours(1), 0, null), Begun(record.Switched(New.Custody(0), New.Now)));
        Assert.Equal((null, 0, null), Begun(record.Switched(custody: null, New.Now)));

        static (DateTimeOffset?, int, TimeSpan?) Begun(IndexerRecord record) => (record.NextTest, record.PassedTests, record.TestInterval);
    }

    private static IEnumerable<double?> Hours(bool isTestedWhenWell, params IEnumerable<bool> passes)
    {
        var record = Record;
        foreach (var isPassed in passes)
        {
            record = TestIntervals.After(record, isPassed, isTestedWhenWell, new(), New.Now);
            yield return (record.NextTest - New.Now)?.TotalHours;
        }
    }
}
