using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class OutboxMoverTests
{
    private const string Table = "Subjects";
    private static readonly DateTimeOffset Midnight = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EventLog Log => new(tables);

    private Task<EventPage> ListAsync(int limit, string? cursor) =>
        new EventSearch(tables, Log, new(tables)).ListAsync(EventFilter.All, limit, EventCursor.Parse(cursor), Cancellation);

    [Fact]
    public async Task Events_are_moved_newest_first_over_partitions_and_days()
    {
        await TellAsync("p1", Midnight.AddMinutes(-2), Midnight.AddMinutes(2));
        await TellAsync("p2", Midnight.AddMinutes(-1), Midnight.AddMinutes(1));

        Assert.Equal(4, await MoveAsync(tables));
        Assert.Equal(0, await MoveAsync(tables));

        var (events, cursor) = await ListAsync(10, cursor: null);
        Assert.Null(cursor);
        Assert.Equal([2, 1, -1, -2], events.Select(told => (told.Time - Midnight).TotalMinutes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mover_that_is_cut_off_at_any_write_tells_every_event_once(bool isMade)
    {
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var own = new OutboxMoverTests();
            await own.TellAsync("p1", [.. Enumerable.Range(-60, 120).Select(minute => Midnight.AddMinutes(minute))]);
            var cut = new CutOff(at, isMade, staysDown: true);
            if (await Record.ExceptionAsync(() => MoveAsync(new CutOffTables(own.tables, cut))) is { } failure)
            {
                Assert.IsType<StoreException>(failure);
            }

            await MoveAsync(own.tables);

            await own.HoldsAsync(120);
            isReached = cut.WasReached;
        }
    }

    [Fact]
    public async Task Many_movers_at_once_tell_every_event_once()
    {
        await TellAsync("p1", [.. Enumerable.Range(-300, 600).Select(minute => Midnight.AddMinutes(minute))]);
        await TellAsync("p2", [.. Enumerable.Range(-300, 600).Select(minute => Midnight.AddMinutes(minute))]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => MoveAsync(tables))));

        await HoldsAsync(1200);
    }

    [Fact]
    public async Task A_mover_that_read_before_another_one_moved_adds_nothing_twice()
    {
        await TellAsync("p1", Midnight, Midnight.AddMinutes(1));
        var meddled = new Access.MeddledTables(tables) { BeforeCommit = () => MoveAsync(tables) };

        await MoveAsync(meddled);

        await HoldsAsync(2);
    }

    [Fact]
    public async Task A_full_page_of_the_longest_messages_fits_the_log()
    {
        for (var n = 0; n < 250; n++)
        {
            await tables.CommitAsync(Table, "p1", [Outbox.Row(New(Midnight.AddSeconds(n), new string('日', 100_000)))], Cancellation);
        }

        Assert.Equal(250, await MoveAsync(tables));

        await HoldsAsync(250);
        Assert.Equal(1000, (await ListAsync(1, cursor: null)).Events[0].Message.Length);
    }

    [Fact]
    public async Task A_source_that_has_nothing_is_not_written_to()
    {
        var cut = new CutOff(0, isMade: false, staysDown: true);

        Assert.Equal(0, await MoveAsync(new CutOffTables(tables, cut)));
        Assert.False(cut.WasReached);
    }

    private static EventRecord New(DateTimeOffset time, string message = "it happened") => new()
    {
        Id = EventRecord.NewId(time), Time = time, Name = "thing.done", Subject = "thing:1", Actor = "test", Message = message,
    };

    private static async Task<int> MoveAsync(ITableStore store)
    {
        using var mover = new OutboxMover(store, new EventLog(store), new EventFeed(store), [new OutboxSource(Table, ["p1", "p2"])]);
        return await mover.RunAsync(Cancellation);
    }

    private async Task TellAsync(string partition, params DateTimeOffset[] times)
    {
        foreach (var chunk in times.Chunk(100))
        {
            await tables.CommitAsync(Table, partition, [.. chunk.Select(time => Outbox.Row(New(time)))], Cancellation);
        }
    }

    /// <summary>Each event once in the log and in its counts, and none in an outbox.</summary>
    private async Task HoldsAsync(int count)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var (events, next) = await ListAsync(77, cursor);
            ids.AddRange(events.Select(told => told.Id));
            cursor = next;
        }
        while (cursor is not null);

        Assert.Equal(count, ids.Count);
        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal).Select(id => id[..16]), ids.Select(id => id[..16]));
        Assert.Equal(count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(count, (await Log.TotalCountsAsync(Cancellation))["thing.done"]);
        foreach (var partition in new[] { "p1", "p2" })
        {
            Assert.Empty((await tables.ListAsync(Table, partition, RowKeyRange.All, 1, continuation: null, Cancellation)).Rows);
        }
    }
}
