using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class EventLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EventLog Log => new(tables);

    private Task<EventPage> ListAsync(int limit, string? cursor) =>
        new EventSearch(tables, Log, new(tables)).ListAsync(EventFilter.All, limit, EventCursor.Parse(cursor), Cancellation);

    [Fact]
    public async Task Nothing_is_an_empty_list() => Assert.Equal(([], null), await ListAsync(10, cursor: null) is var (events, cursor) ? (events.ToArray(), cursor) : default);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(500)]
    public async Task Pages_of_any_size_hold_every_event_once(int limit)
    {
        await Log.AddAsync([.. Enumerable.Range(0, 70).Select(n => New("job.failed", Start.AddHours(n)))], Cancellation);
        var hours = new List<double>();
        string? cursor = null;
        do
        {
            var (events, next) = await ListAsync(limit, cursor);
            Assert.True(events.Count <= limit);
            hours.AddRange(events.Select(told => (told.Time - Start).TotalHours));
            cursor = next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 70).Reverse().Select(n => (double)n), hours);
    }

    [Fact]
    public async Task A_page_reads_about_as_many_rows_as_it_has()
    {
        for (var day = 0; day < 50; day++)
        {
            await Log.AddAsync([.. Enumerable.Range(0, 90).Select(n => New("job.failed", Start.AddDays(day).AddMinutes(n)))], Cancellation);
        }

        var (_, cursor) = await ListAsync(500, cursor: null);
        var before = tables.RowsRead;
        var (events, _) = await ListAsync(20, cursor);

        Assert.Equal(20, events.Count);
        Assert.InRange(tables.RowsRead - before, 20, 80);
    }

    [Fact]
    public async Task Events_of_a_page_do_not_come_again_when_newer_ones_are_added()
    {
        await Log.AddAsync([.. Enumerable.Range(0, 20).Select(n => New("job.failed", Start.AddMinutes(n)))], Cancellation);
        var (first, cursor) = await ListAsync(10, cursor: null);
        await Log.AddAsync([New("job.failed", Start.AddDays(1)), New("job.failed", Start.AddMinutes(30))], Cancellation);

        var (second, _) = await ListAsync(10, cursor);

        Assert.Equal(20, first.Concat(second).DistinctBy(told => told.Id, StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Events_are_counted_by_name_and_day_however_often_they_are_added()
    {
        EventRecord[] events = [New("job.failed", Start), New("job.failed", Start.AddDays(1)), New("job.succeeded", Start)];
        await Log.AddAsync(events, Cancellation);
        await Log.AddAsync(events, Cancellation);
        await Log.AddAsync([.. events, New("job.failed", Start)], Cancellation);

        Assert.Equal((2, 1), await Log.CountsAsync(new DateOnly(2026, 1, 1), Cancellation) is var first ? (first["job.failed"], first["job.succeeded"]) : default);
        Assert.Equal(1, (await Log.CountsAsync(new DateOnly(2026, 1, 2), Cancellation))["job.failed"]);
        Assert.Equal(3, (await Log.TotalCountsAsync(Cancellation))["job.failed"]);
        Assert.Empty(await Log.CountsAsync(new DateOnly(2026, 1, 3), Cancellation));
    }

    [Fact]
    public async Task The_day_is_that_of_utc()
    {
        await Log.AddAsync([New("job.failed", new DateTimeOffset(2026, 1, 2, 1, 0, 0, TimeSpan.FromHours(2)))], Cancellation);

        Assert.Equal(1, (await Log.CountsAsync(new DateOnly(2026, 1, 1), Cancellation))["job.failed"]);
    }

    [Fact]
    public async Task An_event_is_read_as_it_was_told()
    {
        var told = New("job.failed", Start) with { Severity = EventSeverity.Error, Before = "running", After = "failed", Message = "Über „Ω“ 🎬" };

        await Log.AddAsync([told], Cancellation);

        Assert.Equal(told, Assert.Single((await ListAsync(10, cursor: null)).Events));
    }

    [Fact]
    public void An_id_orders_by_time()
    {
        var ids = Enumerable.Range(0, 100).Select(n => EventRecord.NewId(Start.AddTicks(n))).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Equal(32, id.Length));
    }

    private static EventRecord New(string name, DateTimeOffset time) => new()
    {
        Id = EventRecord.NewId(time), Time = time, Name = name, Subject = "job:1", Actor = "test", Message = "it happened",
    };
}
