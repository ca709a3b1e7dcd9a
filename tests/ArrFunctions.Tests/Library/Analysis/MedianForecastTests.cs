using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.Analysis;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same seed has to give the same series.")]
public sealed class MedianForecastTests
{
    private static readonly DateOnly Today = Past.Day(2026, 11, 21);

    [Fact]
    public void A_steady_rise_goes_on_and_was_never_off()
    {
        // 10 points a week for 30 weeks: 290 today, 300, 310, 320, 330 ahead. Trials: 24 + 23 + 22 + 21 = 90.
        var forecast = MedianForecast.Of(Series([.. Enumerable.Range(0, 30).Select(week => 10.0 * week)]), Today)!;

        Assert.Equal([300, 310, 320, 330], forecast.Points.Select(point => point.Median));
        Assert.Equal([7, 14, 21, 28], forecast.Points.Select(point => point.Day.DayNumber - Today.DayNumber));
        Assert.All(forecast.Points, point => Assert.Equal((point.Median, point.Median), (point.Low, point.High)));
        Assert.Equal((0.0, 90), (forecast.Error, forecast.Trials));
    }

    [Fact]
    public void A_profile_edit_is_no_trend()
    {
        // 1000 until five weeks ago, 5000 since: it stays at 5000.
        var forecast = MedianForecast.Of(Series([.. Enumerable.Range(0, 40).Select(week => week < 35 ? 1000.0 : 5000)]), Today)!;

        Assert.All(forecast.Points, point => Assert.Equal(5000, point.Median));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Twenty_one_weeks_are_needed(int weeks, bool isEnough) =>
        Assert.Equal(isEnough, MedianForecast.Of(Series([.. Enumerable.Range(0, weeks).Select(week => (double)week)]), Today) is not null);

    [Fact]
    public void Nothing_is_forecast_from_a_history_that_ended_or_of_an_empty_library()
    {
        var series = Series([.. Enumerable.Range(0, 40).Select(week => (double)week)]);

        Assert.NotNull(MedianForecast.Of(series, Today.AddDays(31)));
        Assert.Null(MedianForecast.Of(series, Today.AddDays(32)));
        Assert.Null(MedianForecast.Of([.. series.Select(snapshot => snapshot with { Files = 0 })], Today));
    }

    [Fact]
    public void Several_snapshots_of_a_day_count_once_by_the_last()
    {
        var series = Series([.. Enumerable.Range(0, 30).Select(week => 10.0 * week)]);
        var doubled = series.SelectMany(snapshot => new[] { snapshot with { Time = snapshot.Time.AddHours(-1), MedianScore = -999 }, snapshot }).ToList();

        Assert.Equal(MedianForecast.Of(series, Today)!.Points, MedianForecast.Of(doubled, Today)!.Points);
    }

    /// <summary>Each interval is asked what came four weeks later; four of five should hold it.</summary>
    [Theory]
    [InlineData("walk", 24)]
    [InlineData("walk", 60)]
    [InlineData("noise", 24)]
    [InlineData("noise", 60)]
    [InlineData("steps", 60)]
    [InlineData("walk", 150)]
    [InlineData("steps", 150)]
    public void Four_of_five_intervals_hold_what_comes(string kind, int weeks)
    {
        var (held, asked) = (new int[MedianForecast.Horizon], 600);
        for (var round = 0; round < asked; round++)
        {
            var values = Simulated(new Random(round), kind, weeks + MedianForecast.Horizon);
            var forecast = MedianForecast.Of(Series(values[..weeks]), Today)!;
            for (var ahead = 0; ahead < MedianForecast.Horizon; ahead++)
            {
                held[ahead] += values[weeks + ahead] >= forecast.Points[ahead].Low && values[weeks + ahead] <= forecast.Points[ahead].High ? 1 : 0;
            }
        }

        Assert.All(held, count => Assert.InRange((double)count / asked, 0.72, 0.9));
    }

    private static double[] Simulated(Random random, string kind, int weeks)
    {
        var (values, level) = (new double[weeks], 1000.0);
        for (var week = 0; week < weeks; week++)
        {
            level += kind switch
            {
                "walk" => 3 + (10 * Normal(random)),
                "noise" => 5,
                _ => (4 * Normal(random)) + (random.Next(40) == 0 ? 500 * Normal(random) : 0),
            };
            values[week] = level + (kind == "noise" ? 20 * Normal(random) : 0);
        }

        return values;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static List<LibrarySnapshot> Series(double[] medians) =>
        [.. medians.Select((median, week) => Past.Snapshot(Today.AddDays(-7 * (medians.Length - 1 - week)), median))];
}
