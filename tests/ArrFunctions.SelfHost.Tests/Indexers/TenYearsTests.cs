using System.Diagnostics;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Indexers;

/// <summary>Ten years of indexers in SQLite: how large they are, and how fast they are asked.</summary>
public sealed class TenYearsTests(ITestOutputHelper output) : IDisposable
{
    private const int Days = 3652;

    /// <summary>As many as have observations, and are added as they would be; older days are written with the figures that those would have led to.</summary>
    private const int Observed = 93;

    private readonly StateFolder folder = new();
    private readonly SetTime clock = new();
    private readonly IndexersOptions options = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IndexerKey[] Indexers => [.. Enumerable.Range(1, TestSettings.Indexers).Select(id => new IndexerKey("prowlarr", id))];

    [Fact]
    public async Task Ten_years_stay_small_and_are_asked_quickly()
    {
        var end = clock.Now;
        await using (var file = folder.Open())
        {
            await WriteAsync(new SqliteTableStore(file), end);
        }

        var bytes = new DirectoryInfo(folder.Path).EnumerateFiles().Sum(one => one.Length);
        await using var again = folder.Open();
        var tables = new SqliteTableStore(again);
        var rows = await CountAsync(tables);
        var reports = new UptimeReports(tables, options, clock);
        var place = 0;
        var one = await MedianAsync(() => reports.ReadAsync(Indexers[place++ % Indexers.Length], Cancellation));
        var long10 = await MedianAsync(() => reports.ReadAsync(Indexers[place++ % Indexers.Length], 3650, Cancellation));
        var all = await MedianAsync(() => reports.ReadAsync(Indexers, Cancellation));
        var list = await MedianAsync(() => new ObservationStore(tables, options, clock).ListAsync(Indexers, from: null, until: null, 50, cursor: null, Cancellation));
        output.WriteLine(
            $"{Indexers.Length} indexers, {Days} days: {string.Join(", ", rows.Select(count => $"{count.Value:n0} rows {count.Key}"))}, {bytes / 1e6:n1} MB; "
            + $"median times: report {one:n1} ms, window of 3,650 days {long10:n1} ms, overview {all:n1} ms, page of 50 observations {list:n1} ms");

        Assert.InRange(rows["m~"], 1, 110 * Indexers.Length);
        Assert.InRange(rows["d~"], 400 * Indexers.Length, 432 * Indexers.Length);
        Assert.InRange(bytes, 1, (1_000_000L * Indexers.Length) + 1_000_000);
        Assert.InRange(one, 0, 500);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<Dictionary<string, int>> CountAsync(SqliteTableStore tables)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var indexer in Indexers)
        {
            await foreach (var row in tables.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(indexer), RowKeyRange.All, Cancellation))
            {
                counts[row.RowKey[..2]] = counts.GetValueOrDefault(row.RowKey[..2]) + 1;
            }
        }

        return counts;
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> ask)
    {
        var times = new List<double>();
        for (var round = 0; round < 21; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(10);
    }

    private async Task WriteAsync(SqliteTableStore tables, DateTimeOffset end)
    {
        var cleanUp = new ObservationCleanUp(tables, options, clock, NullLogger<ObservationCleanUp>.Instance);
        var store = new ObservationStore(tables, options, clock);
        var lives = Indexers.Select(indexer => new IndexerLife(indexer)).ToList();
        var first = UptimePeriod.DayOf(end).AddDays(1 - Days);
        for (var day = first; day <= UptimePeriod.DayOf(end); day = day.AddDays(1))
        {
            clock.Now = UptimePeriod.Midnight(day.AddDays(1));
            foreach (var life in lives)
            {
                var seen = life.Day(day);
                if (UptimePeriod.DayOf(end).DayNumber - day.DayNumber < Observed)
                {
                    // Four times a day, as sweeps come on.
                    foreach (var some in seen.GroupBy(one => one.Time.Hour / 6))
                    {
                        await store.AddAsync(life.Indexer, [.. some], Cancellation);
                    }
                }
                else
                {
                    await life.WriteAsync(tables, seen, day, Cancellation);
                }
            }

            if (day.Day == 2)
            {
                await cleanUp.CleanUpAsync(Cancellation);
            }
        }

        clock.Now = end;
        await cleanUp.CleanUpAsync(Cancellation);
    }
}
