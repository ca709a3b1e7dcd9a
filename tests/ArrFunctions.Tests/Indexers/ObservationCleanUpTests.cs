using ArrFunctions.Indexers.Memory;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Indexers;

public sealed class ObservationCleanUpTests
{
    private readonly ObservationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ObservationCleanUp CleanUp => new(bench.Tables, bench.Options, bench.Clock, NullLogger<ObservationCleanUp>.Instance);

    private UptimeReports Reports => new(bench.Tables, bench.Options, bench.Clock);

    [Fact]
    public async Task What_is_young_stays()
    {
        await bench.AddAsync(ObservationBench.Ok(bench.Clock.Now.AddDays(-90)), ObservationBench.Failed(bench.Clock.Now));
        var before = await bench.RowsAsync();

        Assert.False(await CleanUp.IsDueAsync(Cancellation));
        Assert.Equal("0 rows of observations deleted and 0 days folded into months", await CleanUp.CleanUpAsync(Cancellation));
        Assert.Equal(before, await bench.RowsAsync());
    }

    [Fact]
    public async Task Old_observations_go_and_the_figures_of_their_days_stay()
    {
        await LiveAsync(200, cleanUp: false);
        var days = await RowsAsync(ObservationKeys.Days);

        Assert.True(await CleanUp.IsDueAsync(Cancellation));
        Assert.Equal($"{(200 - 92) * 2} rows of observations deleted and 0 days folded into months", await CleanUp.CleanUpAsync(Cancellation));

        Assert.False(await CleanUp.IsDueAsync(Cancellation));
        Assert.Equal(days, await RowsAsync(ObservationKeys.Days));
        Assert.Equal(92 * 3, (await bench.ReadAsync()).Count);
    }

    [Fact]
    public async Task Old_days_are_folded_into_months_and_nothing_that_counts_is_lost()
    {
        await LiveAsync(900, cleanUp: false);
        var before = await Reports.ReadAsync(ObservationBench.Indexer, 900, Cancellation);
        var recent = await Reports.ReadAsync(ObservationBench.Indexer, Cancellation);

        await CleanUp.CleanUpAsync(Cancellation);

        var months = (await RowsAsync(ObservationKeys.Months)).Count;
        Assert.InRange(months, 15, 17);
        Assert.InRange((await RowsAsync(ObservationKeys.Days)).Count, 400, 432);
        Assert.Equal(Comparable(recent), Comparable(await Reports.ReadAsync(ObservationBench.Indexer, Cancellation)));

        // The first month is not cut: nothing was seen before it, so only what is unknown grows.
        var after = await Reports.ReadAsync(ObservationBench.Indexer, 900, Cancellation);
        Assert.Equal(Comparable(before), Comparable(after));
    }

    [Fact]
    public async Task Cleaning_up_each_day_leads_to_the_same_as_cleaning_up_once()
    {
        await LiveAsync(600, cleanUp: true);
        var each = await bench.RowsAsync();

        var once = new ObservationCleanUpTests();
        await once.LiveAsync(600, cleanUp: false);
        await once.CleanUp.CleanUpAsync(Cancellation);

        Assert.Equal(await once.bench.RowsAsync(), each);
    }

    [Fact]
    public async Task A_month_that_an_outage_reaches_into_has_its_part_of_it()
    {
        bench.Clock.Now = new(2024, 1, 31, 12, 0, 0, TimeSpan.Zero);
        await bench.AddAsync(ObservationBench.Failed(bench.Clock.Now));
        bench.Clock.Now = new(2024, 2, 28, 12, 0, 0, TimeSpan.Zero);
        await bench.AddAsync(ObservationBench.Ok(bench.Clock.Now));
        bench.Clock.Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal("2 rows of observations deleted and 2 days folded into months", await CleanUp.CleanUpAsync(Cancellation));

        var months = (await RowsAsync(ObservationKeys.Months)).ConvertAll(UptimePeriod.Read);
        Assert.Equal([new(2024, 2, 1), new DateOnly(2024, 1, 1)], months.Select(month => month.From));
        Assert.Equal([(25 * 3600L, 13 * 3600L), (0, 12 * 3600)], months.Select(month => (month.Figures.Up, month.Figures.Down)));
        Assert.Equal(28 * 86_400, Assert.Single(months[0].Figures.Outages!).Seconds);
    }

    [Fact]
    public async Task Nothing_is_read_of_what_stays()
    {
        await LiveAsync(150, cleanUp: true);
        var before = bench.Memory.RowsRead;

        Assert.False(await CleanUp.IsDueAsync(Cancellation));

        Assert.InRange(bench.Memory.RowsRead - before, 1, 2);
    }

    private static string Comparable(UptimeWindow window) =>
        $"{window with { From = default, UnknownSeconds = 0 }} {string.Join(' ', window.FailuresByClass)}";

    private static string Comparable(IndexerUptime uptime) =>
        string.Join<object?>("\n", [.. uptime.Windows.Select(Comparable), uptime.Streak, uptime.LastFailure, .. uptime.Days, .. uptime.RecentFailures]);

    /// <summary>Three observations a day, the first ones after the last day of cleaning up.</summary>
    private async Task LiveAsync(int days, bool cleanUp)
    {
        for (var day = 0; day < days; day++)
        {
            var now = bench.Clock.Now;
            await bench.AddAsync(
                ObservationBench.Ok(now.AddHours(-8), milliseconds: 100 + day),
                day % 7 == 0 ? ObservationBench.Failed(now.AddHours(-4)) : ObservationBench.Ok(now.AddHours(-4)),
                ObservationBench.Ok(now.AddHours(-1)));
            if (cleanUp)
            {
                await CleanUp.CleanUpAsync(Cancellation);
            }

            if (day < days - 1)
            {
                bench.Clock.Now = now.AddDays(1);
            }
        }
    }

    private async Task<List<TableRow>> RowsAsync(string prefix) =>
        await bench.Memory.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(ObservationBench.Indexer), RowKeyRange.Prefix(prefix), Cancellation).ToListAsync(Cancellation);
}
