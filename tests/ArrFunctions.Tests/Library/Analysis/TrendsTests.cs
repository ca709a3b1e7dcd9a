using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class TrendsTests
{
    [Fact]
    public void Weeks_go_on_over_the_end_of_a_year_without_a_gap()
    {
        // 2026 has 53 ISO weeks: W53 goes from Monday 2026-12-28 to Sunday 2027-01-03.
        var trends = Trends.Of(
            [
                Past.Changes(Past.Day(2026, 12, 20)) with { Upgraded = 1 },
                Past.Changes(Past.Day(2026, 12, 31)) with { Upgraded = 2 },
                Past.Changes(Past.Day(2027, 1, 3)) with { Upgraded = 3, Points = 30 },
                Past.Changes(Past.Day(2027, 1, 4)) with { Downgraded = 4 },
            ],
            [],
            Past.Day(2027, 1, 12));

        Assert.Equal(
            [("2026-W51", 1, 0), ("2026-W52", 0, 0), ("2026-W53", 5, 0), ("2027-W01", 0, 4), ("2027-W02", 0, 0)],
            trends.Weeks.Select(week => (week.Name, week.Upgraded, week.Downgraded)));
        Assert.Equal((Past.Day(2026, 12, 28), 30L), (trends.Weeks[2].From, trends.Weeks[2].Points));
        Assert.Equal([("2026-12", 3), ("2027-01", 3)], trends.Months.Select(month => (month.Name, month.Upgraded)));
    }

    [Fact]
    public void Months_without_a_change_are_there_too()
    {
        var trends = Trends.Of([Past.Changes(Past.Day(2026, 1, 31)) with { Added = 1 }], [], Past.Day(2026, 4, 1));

        Assert.Equal([("2026-01", 1), ("2026-02", 0), ("2026-03", 0), ("2026-04", 0)], trends.Months.Select(month => (month.Name, month.Added)));
    }

    [Fact]
    public void Lists_keep_to_their_lengths()
    {
        var today = Past.Day(2026, 11, 21);
        var trends = Trends.Of([.. Enumerable.Range(0, 2000).Select(ago => Past.Changes(today.AddDays(-ago)) with { Upgraded = 1 })], [], today);

        Assert.Equal((90, 53, 36), (trends.Days.Count, trends.Weeks.Count, trends.Months.Count));
        Assert.Equal((today.AddDays(-89), today), (trends.Days[0].Day, trends.Days[^1].Day));
        Assert.Equal("2026-W47", trends.Weeks[^1].Name);
    }

    [Fact]
    public void Velocity_is_the_median_of_whole_weeks()
    {
        // Mondays: 2 Nov (+3 - 1 = 2), 9 Nov (0), 16 Nov (+100 - 1 = 99); 23 Nov is the present week, and Thursday 29 Oct is in one that was not recorded from its Monday on.
        var trends = Trends.Of(
            [
                Past.Changes(Past.Day(2026, 10, 29)) with { Upgraded = 50 },
                Past.Changes(Past.Day(2026, 11, 2)) with { Upgraded = 3, Downgraded = 1 },
                Past.Changes(Past.Day(2026, 11, 20)) with { Upgraded = 100, Downgraded = 1 },
                Past.Changes(Past.Day(2026, 11, 24)) with { Upgraded = 70 },
            ],
            [],
            Past.Day(2026, 11, 25));

        Assert.Equal(2, trends.Velocity);
    }

    [Fact]
    public void One_whole_week_has_no_velocity() =>
        Assert.Null(Trends.Of([Past.Changes(Past.Day(2026, 11, 9)) with { Upgraded = 5 }], [], Past.Day(2026, 11, 21)).Velocity);

    [Fact]
    public void Without_a_history_nothing_is_said_but_that()
    {
        var trends = Trends.Of([], [], Past.Day(2026, 11, 21));

        Assert.Equal(["Nothing is recorded yet."], trends.Patterns);
        Assert.Null(trends.Forecast);
        Assert.Null(trends.Velocity);
        Assert.Empty(trends.Anomalies);
    }

    [Theory]
    [InlineData(30, 4, "improves")]
    [InlineData(4, 30, "declines")]
    [InlineData(20, 18, "is stable")]
    [InlineData(3, 1, "is stable")]
    public void The_last_weeks_are_told_in_a_sentence(int up, int down, string word)
    {
        var trends = Trends.Of([Past.Changes(Past.Day(2026, 10, 12)) with { Upgraded = up, Downgraded = down }], [], Past.Day(2026, 11, 21));

        Assert.Equal($"In the last 5 weeks {up} files were upgraded and {down} downgraded: the library {word}.", Assert.Single(trends.Patterns));
    }

    [Fact]
    public void Growth_rescoring_and_the_median_are_told_where_there_are_any()
    {
        var monday = Past.Day(2026, 11, 2);
        var trends = Trends.Of(
            [Past.Changes(monday) with { Added = 2000, Removed = 1, RescoredDown = 7 }],
            [Past.Snapshot(monday, median: 1700), Past.Snapshot(monday.AddDays(18), median: 1650.5)],
            Past.Day(2026, 11, 21));

        Assert.Equal(
            [
                "In the last 2 weeks no file was upgraded or downgraded: the library is stable.",
                "2,000 files were added and 1 removed.",
                "Without being replaced, 0 files rose and 7 fell in score, because a profile or a custom format was edited.",
                "The median score went from 1,700 to 1,650.5.",
            ],
            trends.Patterns);
    }
}
