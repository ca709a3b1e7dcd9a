using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Tests.Indexers;

public sealed class UptimeReportsTests(ITestOutputHelper output)
{
    private readonly ObservationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => bench.Clock.Now;

    [Fact]
    public async Task Of_an_indexer_that_nothing_was_seen_of_nothing_is_known()
    {
        var uptime = await ReadAsync();

        Assert.Equal(new UptimeStreak(IndexerCondition.Unknown, Since: null, Strikes: 0), uptime.Streak);
        Assert.Equal((null, null), (uptime.LastOk, uptime.LastFailure));
        Assert.Equal([1, 7, 30, 90], uptime.Windows.Select(window => window.Days));
        Assert.All(uptime.Windows, window => Assert.Equal((null, window.Days * 86_400L, null, null), (window.Availability, window.UnknownSeconds, window.LongestOutageSeconds, window.P50Milliseconds)));
        Assert.Equal(90, uptime.Days.Count);
        Assert.All(uptime.Days, day => Assert.Null(day.Availability));
    }

    [Fact]
    public async Task Windows_tell_what_happened_in_them()
    {
        await bench.AddAsync(
            [
                .. Enumerable.Range(0, 100).Select(day => ObservationBench.Ok(Now.AddDays(-day).AddMinutes(-1), milliseconds: 400)),
                ObservationBench.Failed(Now.AddDays(-20).AddHours(-12)),
                ObservationBench.Failed(Now.AddHours(-30), FailureClass.Dns, reason: "no such name"),
                ObservationBench.Ok(Now.AddHours(-28), milliseconds: 900),
            ]);

        var windows = (await ReadAsync()).Windows;

        Assert.Equal(1.0, windows[0].Availability);
        Assert.Equal(Math.Round(1 - (2 / 168.0), 6), windows[1].Availability);
        Assert.Equal((1, 2 * 3600L, 2 * 3600L), (windows[1].Outages, windows[1].LongestOutageSeconds, windows[1].MeanSecondsToRecover));
        Assert.Equal((2, (12 * 3600L) - 60), (windows[2].Outages, windows[2].LongestOutageSeconds));
        Assert.Equal([("dns", 1), ("timeout", 1)], windows[3].FailuresByClass.Select(count => (count.Key, count.Value)));
        Assert.Equal((33, 2), (windows[2].Questions, windows[2].FailedQuestions));
        Assert.InRange(windows[1].P50Milliseconds!.Value, 380, 420);
        Assert.InRange(windows[1].P95Milliseconds!.Value, 855, 945);
    }

    [Fact]
    public async Task A_running_outage_counts_until_now_and_as_far_as_it_lies_in_the_window()
    {
        await bench.AddAsync([ObservationBench.Ok(Now.AddDays(-6)), .. Enumerable.Range(0, 96).Select(hour => ObservationBench.Failed(Now.AddHours(hour - 96)))]);

        var uptime = await ReadAsync();

        Assert.Equal(new UptimeStreak(IndexerCondition.Down, Now.AddDays(-4), Strikes: 96), uptime.Streak);
        Assert.Equal([86_400L, 4 * 86_400], uptime.Windows.Take(2).Select(window => window.LongestOutageSeconds!.Value));
        Assert.Equal((1, null, 0.0), (uptime.Windows[0].Outages, uptime.Windows[0].MeanSecondsToRecover, uptime.Windows[0].Availability));
        Assert.Equal(0.0, uptime.Days[^1].Availability);
    }

    [Fact]
    public async Task The_last_ten_failures_are_told_the_newest_first()
    {
        await bench.AddAsync([.. Enumerable.Range(1, 30).Select(day => ObservationBench.Failed(Now.AddDays(-2 * day), reason: $"reason {day}")), ObservationBench.Ok(Now), ObservationBench.Failed(Now.AddMinutes(-1), FailureClass.ArrDown)]);

        var uptime = await ReadAsync();

        Assert.Equal(Enumerable.Range(1, 10).Select(day => $"reason {day}"), uptime.RecentFailures.Select(failure => failure.Reason));
        Assert.Equal(uptime.RecentFailures[0], uptime.LastFailure);
        Assert.Equal(Now, uptime.LastOk);
    }

    [Fact]
    public async Task Figures_are_those_of_a_count_second_by_second()
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        var random = new Random(TestSettings.Seed);
        for (var round = 0; round < 3; round++)
        {
            var one = new ObservationBench();
            one.Clock.Now = Now.AddSeconds(random.Next(86_400));
            var seen = RandomObservations.Many(random, random.Next(2, 300), one.Clock.Now.AddDays(-40), one.Clock.Now);
            await one.AddAsync(seen);
            var counts = BySecond.Of(seen, one.Clock.Now);

            var uptime = await Reports(one).ReadAsync(ObservationBench.Indexer, Cancellation);
            var summary = Assert.Single(await Reports(one).ReadAsync([ObservationBench.Indexer], Cancellation));

            Assert.All(uptime.Windows, window => Assert.Equal(counts.Last(window.Days * 86_400), (window.UpSeconds, window.DownSeconds)));
            Assert.All(uptime.Windows, window => Assert.Equal(window.Days * 86_400L, window.UpSeconds + window.DownSeconds + window.UnknownSeconds));
            Assert.Equal(uptime.Windows.Take(3).Select(window => window.Availability), [summary.Day, summary.Week, summary.Month]);
            Assert.Equal(uptime.Days.TakeLast(30), summary.Days);
            Assert.Equal(uptime.Streak, summary.Streak);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3661)]
    public Task More_than_ten_years_and_less_than_a_day_are_refused(int days) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Reports(bench).ReadAsync(ObservationBench.Indexer, days, Cancellation));

    [Fact]
    public async Task A_report_reads_few_rows_however_much_there_is()
    {
        await bench.AddAsync([.. Enumerable.Range(0, 90 * 24 * 4).Select(quarter => ObservationBench.Ok(Now.AddMinutes(-15 * quarter)))]);
        var before = bench.Memory.RowsRead;

        await ReadAsync();
        var afterReport = bench.Memory.RowsRead;
        await Reports(bench).ReadAsync([ObservationBench.Indexer], Cancellation);

        Assert.InRange(afterReport - before, 90, 92 + (5 * 4) + 1);
        Assert.InRange(bench.Memory.RowsRead - afterReport, 30, 33 + (4 * 4));
    }

    private static UptimeReports Reports(ObservationBench bench) => new(bench.Tables, bench.Options, bench.Clock);

    private Task<IndexerUptime> ReadAsync() => Reports(bench).ReadAsync(ObservationBench.Indexer, Cancellation);

    /// <summary>The rules once more, without any days: what an indexer was in each second.</summary>
    private sealed class BySecond
    {
        private readonly List<IndexerCondition> seconds = [];

        public static BySecond Of(Observation[] seen, DateTimeOffset now)
        {
            var counted = new BySecond();
            var (state, told) = (IndexerCondition.Unknown, DateTimeOffset.MinValue);
            var next = 0;
            for (var time = now.AddDays(-90); time < now; time = time.AddSeconds(1))
            {
                for (; next < seen.Length && seen[next].Time <= time; next++)
                {
                    var one = seen[next];
                    if (one.Outcome is ObservationOutcome.Unblocked || one.Class is FailureClass.ArrDown)
                    {
                        continue;
                    }

                    told = one.Time;
                    state = one.Outcome is ObservationOutcome.Unwatched ? IndexerCondition.Unknown
                        : one.Outcome is ObservationOutcome.Ok || one.Class is FailureClass.RateLimit or FailureClass.EmptyResult ? IndexerCondition.Up
                        : IndexerCondition.Down;
                }

                counted.seconds.Add((time - told).TotalHours < 25 ? state : IndexerCondition.Unknown);
            }

            return counted;
        }

        public (long Up, long Down) Last(int count) =>
            (seconds.TakeLast(count).LongCount(one => one is IndexerCondition.Up), seconds.TakeLast(count).LongCount(one => one is IndexerCondition.Down));
    }
}
