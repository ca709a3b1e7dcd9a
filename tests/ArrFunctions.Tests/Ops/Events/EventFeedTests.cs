using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class EventFeedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_that_many_add_at_once_are_numbered_once_and_without_a_gap()
    {
        var bench = new EventBench();
        var events = Enumerable.Range(0, 300).Select(minute => EventBench.New(minute)).ToList();
        await bench.Log.AddAsync([.. events.Take(99)], Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.AddAsync(events))));

        await HoldsAsync(bench.Feed, events);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_cut_off_at_any_write_and_begins_again_numbers_each_event_once(bool isMade)
    {
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var bench = new EventBench();
            var events = Enumerable.Range(0, 90).Select(minute => EventBench.New(minute * 60)).ToList();
            var cut = new CutOff(at, isMade, staysDown: true);
            var failure = await Record.ExceptionAsync(() => new EventBench(new CutOffTables(bench.Tables, cut)).AddAsync(events));
            Assert.True(failure is null or StoreException);

            await bench.AddAsync(events);

            await HoldsAsync(bench.Feed, events);
            isReached = cut.WasReached;
        }
    }

    [Theory]
    [InlineData("h~")]
    [InlineData("f~")]
    public async Task A_number_is_never_given_again_where_rows_were_lost(string lost)
    {
        var bench = new EventBench();
        await bench.AddAsync(EventBench.New(0), EventBench.New(1), EventBench.New(2));
        foreach (var row in await bench.Tables.ReadAllAsync(EventFeed.Table, EventFeed.Partition, RowKeyRange.Prefix(lost), Cancellation).ToListAsync(Cancellation))
        {
            await bench.Tables.CommitAsync(EventFeed.Table, EventFeed.Partition, [new TableChange.Delete(row.RowKey)], Cancellation);
        }

        await bench.Feed.RepairAsync(Cancellation);
        await bench.AddAsync(EventBench.New(3));

        Assert.InRange((await bench.Feed.ReadAsync(after: 3, limit: 10, Cancellation)).Single().Number, 1_000_000, long.MaxValue);
    }

    [Fact]
    public async Task An_event_that_comes_late_is_the_next_one()
    {
        var bench = new EventBench();
        await bench.AddAsync(EventBench.New(10_000));
        await bench.AddAsync(EventBench.New(0, "late.one"));

        Assert.Equal([(2L, "late.one")], (await bench.Feed.ReadAsync(1, 10, Cancellation)).Select(each => (each.Number, each.Told!.Name)));
    }

    private static async Task HoldsAsync(EventFeed feed, List<EventRecord> events)
    {
        var read = await feed.ReadAsync(0, 1000, Cancellation);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(number => (long)number), read.Select(each => each.Number));
        Assert.Equal(events.Select(told => told.Id).Order(StringComparer.Ordinal), read.Select(each => each.Told!.Id).Order(StringComparer.Ordinal));
        Assert.Equal(events.Count, await feed.HeadAsync(Cancellation));
    }
}
