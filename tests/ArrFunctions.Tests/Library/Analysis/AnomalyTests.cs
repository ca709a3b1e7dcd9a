using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.Analysis;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same seed has to give the same years.")]
public sealed class AnomalyTests
{
    private static readonly DateOnly Today = Past.Day(2026, 11, 21);

    [Fact]
    public void A_mass_drop_that_made_files_negative_points_to_a_custom_format()
    {
        var day = Today.AddDays(-3);
        var trends = Trends.Of(
            [.. Quiet(40), Past.Changes(day) with { RescoredDown = 400, RescoredUp = 2, RescoredPoints = -4_000_000 }],
            [Past.Snapshot(day.AddDays(-7), negative: 10), Past.Snapshot(day, negative: 390)],
            Today);

        var anomaly = Assert.Single(trends.Anomalies);
        Assert.Equal((day, 402), (anomaly.Day, anomaly.Files));
        Assert.Equal(
            "On 2026-11-18, 400 files fell in score without being replaced (2 rose), by -4,000,000 points together: a quality profile or a custom format was edited. "
            + "380 more files are negative since: a custom format with negative points may match what it should not.",
            anomaly.Message);
    }

    [Theory]
    [InlineData(0, 400, "rose", "a quality profile or a custom format was edited.")]
    [InlineData(400, 0, "fell", "a custom format may no longer match what it should.")]
    public void A_mass_rescoring_is_told_from_the_first_export_on(int down, int up, string word, string end)
    {
        var trends = Trends.Of([Past.Changes(Today) with { RescoredDown = down, RescoredUp = up }], [Past.Snapshot(Today.AddDays(-1)), Past.Snapshot(Today)], Today);

        var anomaly = Assert.Single(trends.Anomalies);
        Assert.Contains($"400 files {word}", anomaly.Message, StringComparison.Ordinal);
        Assert.EndsWith(end, anomaly.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mass_removal_points_to_a_folder_that_was_away()
    {
        var trends = Trends.Of([.. Quiet(40), Past.Changes(Today) with { Removed = 300 }], [Past.Snapshot(Today.AddDays(-9))], Today);

        Assert.StartsWith("On 2026-11-21, 300 files were removed: ", Assert.Single(trends.Anomalies).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_replacements_far_outside_of_the_usual_ones_is_told()
    {
        // Usual: 3 a day. The limit is (1 + 3) x e^(5 x 0.4) - 1 = 28.6, and 50 files are many of 1000.
        var trends = Trends.Of([.. Quiet(40), Past.Changes(Today) with { Upgraded = 10, Downgraded = 50 }], [Past.Snapshot(Today.AddDays(-9))], Today);

        Assert.Equal(
            "On 2026-11-21, 60 files were replaced, where 3 are usual: 10 with a better one, 50 with a worse one. Look whether a profile takes what it should not.",
            Assert.Single(trends.Anomalies).Message);
    }

    [Fact]
    public void Early_upgrades_and_additions_are_no_anomaly() => Assert.Empty(Trends.Of(
        [Past.Changes(Today.AddDays(-1)) with { Added = 1000 }, Past.Changes(Today) with { Upgraded = 600, Added = 300 }], [Past.Snapshot(Today.AddDays(-1))], Today).Anomalies);

    [Fact]
    public void A_library_that_is_rescored_each_week_is_not_told_so_each_week() => Assert.Empty(Trends.Of(
        [.. Enumerable.Range(0, 20).Select(week => Past.Changes(Today.AddDays(-7 * week)) with { RescoredUp = 200 + week })], [Past.Snapshot(Today.AddDays(-200))], Today).Anomalies);

    [Fact]
    public void Half_of_a_small_library_is_many() =>
        Assert.Single(Trends.Of([.. Quiet(5), Past.Changes(Today) with { RescoredDown = 15 }], [Past.Snapshot(Today.AddDays(-9), files: 30)], Today).Anomalies);

    /// <summary>Season packs, weekends, quiet weeks and a share of everything that is found by a weekly export only.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void Everyday_change_gives_an_alarm_in_fewer_than_one_of_twenty_years(int files)
    {
        var alarms = 0;
        for (var year = 0; year < 200; year++)
        {
            var random = new Random(year);
            var days = Year(random, files, isWeekly: year % 2 == 0);
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                var today = Today.AddDays(90 * (quarter - 4));
                alarms += Trends.Of([.. days.Where(day => day.Day <= today)], [Past.Snapshot(Today.AddDays(-365), files: files)], today).Anomalies.Count;
            }
        }

        Assert.True(alarms < 10, $"{alarms} alarms in 200 years.");
    }

    private static List<DayOfChanges> Year(Random random, int files, bool isWeekly)
    {
        var usual = Math.Sqrt(files) / 20;
        var days = new List<DayOfChanges>();
        for (var ago = 364; ago >= 0; ago--)
        {
            if (isWeekly && ago % 7 != 0)
            {
                continue;
            }

            var span = isWeekly ? 7 : 1;
            var pack = random.Next(20 / span) == 0 ? random.Next(8, 25) : 0;
            var day = Past.Changes(Today.AddDays(-ago)) with
            {
                Added = Poisson(random, usual * span * 2) + pack,
                Upgraded = Poisson(random, usual * span * LogNormal(random)) + (random.Next(2) * pack),
                Downgraded = Poisson(random, usual * span / 10),
                Replaced = Poisson(random, usual * span / 5),
                Removed = Poisson(random, usual * span / 5) + (random.Next(30 / span) == 0 ? random.Next(10, 25) : 0),
                RescoredUp = Poisson(random, 0.3 * span),
                RescoredDown = Poisson(random, 0.3 * span),
            };
            if (day != Past.Changes(day.Day))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private static double LogNormal(Random random) => Math.Exp(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static int Poisson(Random random, double mean)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }

    private static IEnumerable<DayOfChanges> Quiet(int days) =>
        Enumerable.Range(1, days).Select(ago => Past.Changes(Today.AddDays(-ago - 10)) with { Upgraded = 3, Added = 5, Removed = 1 });
}
