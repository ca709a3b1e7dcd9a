using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class EventCleanUpTests
{
    private static readonly EventsOptions Options = new() { KeepFor = TimeSpan.FromDays(2), KeepAuditFor = TimeSpan.FromDays(20) };
    private readonly EventBench bench = new();
    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Days_that_are_over_lose_their_events_and_keep_their_counts()
    {
        await FillAsync(bench);
        Assert.False(await CleanUp().IsDueAsync(Cancellation));
        clock.Advance(TimeSpan.FromDays(6));

        Assert.True(await CleanUp().IsDueAsync(Cancellation));
        Assert.Equal("100 events removed", await CleanUp().RunAsync(Cancellation));

        Assert.False(await CleanUp().IsDueAsync(Cancellation));
        await HoldsAsync(bench, ["key.created", "thing.done"]);
        clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("101 events removed", await CleanUp().RunAsync(Cancellation));
        await HoldsAsync(bench, []);
        Assert.False(await CleanUp().IsDueAsync(Cancellation));
        Assert.Empty((await bench.Tables.ListAsync(EventFeed.Table, EventFeed.Partition, RowKeyRange.Prefix("s~"), 10, continuation: null, Cancellation)).Rows);
        Assert.Empty((await bench.Tables.ListAsync(EventFeed.Table, EventFeed.Partition, RowKeyRange.Prefix("f~"), 10, continuation: null, Cancellation)).Rows);
        Assert.Equal(201, await bench.Feed.HeadAsync(Cancellation));
    }

    /// <summary>The clean-up runs once a day: a clock that is months ahead for an hour costs a week of events, not all of them.</summary>
    [Fact]
    public async Task One_run_removes_a_week_at_the_most_the_oldest_first()
    {
        await bench.AddAsync([.. Enumerable.Range(0, 10).Select(day => EventBench.New(day * 24 * 60))]);
        clock.Advance(TimeSpan.FromDays(200));

        Assert.Equal("7 events removed", await CleanUp().RunAsync(Cancellation));

        Assert.Equal(3, (await bench.AllAsync(EventFilter.All)).Count);
        Assert.Equal(3, (await bench.Feed.ReadAsync(0, 100, Cancellation)).Count(each => each.Told is not null));
        Assert.True(await CleanUp().IsDueAsync(Cancellation));
        Assert.Equal("3 events removed", await CleanUp().RunAsync(Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_cut_off_at_any_write_comes_to_the_same_end(bool isMade)
    {
        clock.Advance(TimeSpan.FromDays(26));
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var own = new EventBench();
            await FillAsync(own);
            var cut = new CutOff(at, isMade, staysDown: true);
            var failure = await Record.ExceptionAsync(() => CleanUp(new CutOffTables(own.Tables, cut)).RunAsync(Cancellation));
            Assert.True(failure is null or StoreException);

            await CleanUp(own.Tables).RunAsync(Cancellation);

            await HoldsAsync(own, []);
            isReached = cut.WasReached;
        }
    }

    /// <summary>A day of 100 events and a key, and one of 100 events five days later.</summary>
    private static Task FillAsync(EventBench bench) => bench.AddAsync(
    [
        .. Enumerable.Range(0, 100).Select(minute => EventBench.New(minute)), EventBench.New(50, "key.created", "key:anna"),
        .. Enumerable.Range(0, 100).Select(minute => EventBench.New((5 * 24 * 60) + minute)),
    ]);

    private EventCleanUp CleanUp(ITableStore? tables = null) => new(tables ?? bench.Tables, new(tables ?? bench.Tables), Options, [], clock);

    private static async Task HoldsAsync(EventBench bench, string[] names)
    {
        Assert.Equal(names, (await bench.AllAsync(EventFilter.All)).Select(told => told.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(names.Contains("key.created") ? 1 : 0, (await bench.AllAsync(new() { Subject = "key:anna" })).Count);
        var total = await bench.Log.TotalCountsAsync(Cancellation);
        Assert.Equal((200, 1), (total["thing.done"], total["key.created"]));
        Assert.Equal(100, (await bench.Log.CountsAsync(new(2026, 1, 1), Cancellation))["thing.done"]);
    }
}
