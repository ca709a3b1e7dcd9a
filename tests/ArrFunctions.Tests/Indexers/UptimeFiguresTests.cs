using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Tests.Indexers;

/// <summary>A day in UTC, computed by hand.</summary>
public sealed class UptimeFiguresTests
{
    private const long Day = 86_400;

    private static readonly DateOnly Today = new(2026, 3, 29);

    private static DateTimeOffset Midnight => UptimePeriod.Midnight(Today);

    [Fact]
    public void Before_anything_is_seen_nothing_is_known() => Assert.Equal((0, 0), Seconds(Of()));

    [Fact]
    public void From_its_first_success_an_indexer_is_up() => Assert.Equal((Day - 3600, 0), Seconds(Of(Ok(1))));

    [Fact]
    public void A_failure_is_down_until_the_next_success()
    {
        var day = Of(Ok(0), Failed(6), Failed(7), Ok(8));

        Assert.Equal((22 * 3600, 2 * 3600), Seconds(day));
        Assert.Equal((2, 2), (day.Figures.Ok, day.Figures.Failed));
        Assert.Equal([new Outage(At(6), At(8), FailureClass.Timeout)], day.Figures.Outages!);
    }

    [Fact]
    public void Every_turn_of_one_that_flaps_is_an_outage()
    {
        var day = Of([.. Enumerable.Range(0, 24).Select(hour => hour % 2 == 0 ? Ok(hour) : Failed(hour))]);

        Assert.Equal((12 * 3600, 12 * 3600), Seconds(day));
        Assert.Equal(11, day.Figures.Outages!.Count);
        Assert.Equal((IndexerCondition.Down, At(23)), (day.After.Is, day.After.Since));
    }

    [Fact]
    public void An_observation_tells_of_25_hours_and_not_of_more()
    {
        var first = Of(Ok(23));
        var second = UptimePeriod.OfDay(first.After, [], Today.AddDays(1));
        var third = UptimePeriod.OfDay(second.After, [], Today.AddDays(2));

        Assert.Equal([(3600, 0), (Day, 0), (0, 0)], new[] { first, second, third }.Select(Seconds));
        Assert.Equal(IndexerCondition.Up, first.After.At(At(23).AddHours(24)).Is);
        Assert.Equal((IndexerCondition.Unknown, At(48)), first.After.At(At(48)));
    }

    [Fact]
    public void What_a_person_switched_off_is_not_known_and_its_outage_is_over()
    {
        var day = Of(Failed(1), ObservationBench.Seen(At(3), ObservationOutcome.Unwatched), ObservationBench.Seen(At(4), ObservationOutcome.Unblocked), Ok(10));

        Assert.Equal((14 * 3600, 2 * 3600), Seconds(day));
        Assert.Equal([new Outage(At(1), At(3), FailureClass.Timeout)], day.Figures.Outages!);
    }

    [Fact]
    public void A_block_that_ended_changes_nothing()
    {
        var day = Of(Failed(1), ObservationBench.Seen(At(2), ObservationOutcome.Unblocked), Ok(3));

        Assert.Equal((21 * 3600, 2 * 3600), Seconds(day));
    }

    [Fact]
    public void An_outage_over_midnight_counts_on_both_days_and_ends_on_the_second()
    {
        var first = Of(Ok(0), Failed(20));
        var second = UptimePeriod.OfDay(first.After, [Ok(24 + 6)], Today.AddDays(1));

        Assert.Equal([(20 * 3600, 4 * 3600), (18 * 3600, 6 * 3600)], new[] { first, second }.Select(Seconds));
        Assert.Null(first.Figures.Outages);
        Assert.Equal([new Outage(At(20), At(30), FailureClass.Timeout)], second.Figures.Outages!);
    }

    [Fact]
    public void One_that_wants_to_be_left_alone_is_up_and_its_question_failed()
    {
        var day = Of(Failed(0), Failed(6, FailureClass.RateLimit));

        Assert.Equal((18 * 3600, 6 * 3600), Seconds(day));
        Assert.Equal((0, 2), (day.Figures.Ok, day.Figures.Failed));
        Assert.Equal([("rateLimit", 1), ("timeout", 1)], day.Figures.Failures!.Select(count => (count.Key, count.Value)));
    }

    [Fact]
    public void An_instance_that_fails_tells_nothing_of_its_indexers()
    {
        var day = Of(Ok(0), Failed(6, FailureClass.ArrDown));

        Assert.Equal((Day, 0), Seconds(day));
        Assert.Equal((1, 0), (day.Figures.Ok, day.Figures.Failed));
        Assert.Equal(default, day.After.LastFailed);
    }

    [Theory]
    [InlineData(ObservationSource.Health)]
    [InlineData(ObservationSource.Webhook)]
    [InlineData(ObservationSource.Status)]
    internal void Failures_that_are_told_are_no_questions(ObservationSource source)
    {
        var day = Of(ObservationBench.Failed(At(12), kind: null, source));

        Assert.Equal((0, 12 * 3600), Seconds(day));
        Assert.Equal((0, 0), (day.Figures.Ok, day.Figures.Failed));
        Assert.Equal("unclassified", Assert.Single(day.Figures.Failures!).Key);
    }

    [Fact]
    public void Failures_within_ten_minutes_of_the_last_that_counted_are_one_strike()
    {
        int[] minutes = [0, 4, 9, 10, 20];
        var day = Of([.. minutes.Select(minute => ObservationBench.Failed(Midnight.AddMinutes(minute)))]);

        Assert.Equal(3, day.After.Strikes);
        Assert.Equal(0, day.After.After(Ok(5)).Strikes);
    }

    [Fact]
    public void Days_together_are_the_time_as_a_whole()
    {
        var random = new Random(TestSettings.Seed);
        Observation[] seen = [.. Enumerable.Range(0, 400).Select(_ => random.Next(4 * 86_400)).Order().Select(second => RandomObservations.One(random, Midnight.AddSeconds(second)))];

        List<UptimePeriod> days = [];
        for (var day = Today; day < Today.AddDays(4); day = day.AddDays(1))
        {
            days.Add(UptimePeriod.OfDay(days.LastOrDefault()?.After ?? new(), seen.Where(one => UptimePeriod.DayOf(one.Time) == day), day));
        }

        var (whole, after) = UptimeFigures.Of(new(), seen, Midnight, Midnight.AddDays(4));
        var sum = UptimeFigures.Sum([.. days.Select(day => day.Figures)]);
        Assert.Equal(after, days[^1].After);
        Assert.Equal((whole.Up, whole.Down, whole.Ok, whole.Failed), (sum.Up, sum.Down, sum.Ok, sum.Failed));
        Assert.Equal(whole.Failures, sum.Failures);
        Assert.Equal(whole.Responses, sum.Responses);
        Assert.Equal(whole.Outages ?? [], [.. (sum.Outages ?? []).Where(_ => sum.OtherOutages == 0)]);
    }

    [Fact]
    public void Of_many_outages_the_longest_are_kept_and_all_are_counted()
    {
        var seen = Enumerable.Range(0, 100).SelectMany(number => new[]
        {
            ObservationBench.Failed(Midnight.AddMinutes(10 * number)), ObservationBench.Ok(Midnight.AddMinutes(10 * number).AddSeconds(number + 1)),
        });

        var figures = Of([.. seen]).Figures;

        Assert.Equal(Enumerable.Range(51, 50), figures.Outages!.Select(outage => (int)outage.Seconds));
        Assert.Equal((50, 50 * 51 / 2), (figures.OtherOutages, figures.OtherOutageSeconds));
    }

    private static UptimePeriod Of(params Observation[] seen) => UptimePeriod.OfDay(new(), seen, Today);

    private static (long Up, long Down) Seconds(UptimePeriod day) => (day.Figures.Up, day.Figures.Down);

    private static DateTimeOffset At(int hour) => Midnight.AddHours(hour);

    private static Observation Ok(int hour) => ObservationBench.Ok(At(hour));

    private static Observation Failed(int hour, FailureClass kind = FailureClass.Timeout) => ObservationBench.Failed(At(hour), kind);
}
