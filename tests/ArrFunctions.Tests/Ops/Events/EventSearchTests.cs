using ArrFunctions.Ops.Events;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class EventSearchTests
{
    private readonly EventBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Random events, random filters: what is found is what a look at each event finds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_filter_finds_what_fits_and_each_event_once(int seed)
    {
        var random = new Random(seed);
        var events = Enumerable.Range(0, 900).Select(_ => EventBench.New(random.Next(-9000, 9000)) with
        {
            Name = Pick("job.failed", "job.succeeded", "jobs.counted", "key.created")!,
            Severity = (EventSeverity)random.Next(3),
            Subject = Pick("job:1", "job:2", "key:anna")!,
            Actor = Pick("cli", "key:anna")!,
            CorrelationId = Pick(null, "one", "two"),
        }).ToList();
        await bench.AddAsync(events);
        for (var turn = 0; turn < 60; turn++)
        {
            var filter = new EventFilter
            {
                Name = Pick(null, "job.failed", "job.", "job"),
                Severity = (EventSeverity)random.Next(3),
                Subject = Pick(null, "job:1", "job:3"),
                Actor = Pick(null, "cli"),
                Correlation = Pick(null, null, "one"),
                From = random.Next(2) == 0 ? null : EventBench.Start.AddMinutes(random.Next(-9500, 9500)),
                To = random.Next(2) == 0 ? null : events[random.Next(900)].Time,
            };

            var expected = events.Where(filter.Fits).Select(told => told.Id).Order(StringComparer.Ordinal);

            var found = await bench.AllAsync(filter, random.Next(1, 500));
            Assert.Equal(expected, found.Select(told => told.Id).Order(StringComparer.Ordinal));
            Assert.Equal(found.Select(told => told.Time).OrderDescending(), found.Select(told => told.Time));
        }

        string? Pick(params string?[] from) => from[random.Next(from.Length)];
    }

    [Fact]
    public async Task No_filter_reads_more_than_a_page_among_100_000_events()
    {
        await bench.AddAsync(Enumerable.Range(0, 100_000).Select(minute => EventBench.New(minute, subject: $"thing:{minute % 1000}")));
        EventFilter[] filters =
        [
            new() { Name = "nothing.happened" }, new() { Actor = "nobody" }, new() { Severity = EventSeverity.Error }, new() { Subject = "thing:none" }, new() { Correlation = "none" },
            new() { Subject = "thing:7" }, new() { Subject = "thing:7", Actor = "nobody" }, new() { To = EventBench.Start }, new() { From = EventBench.Start.AddYears(5) },
            new() { From = EventBench.Start.AddMinutes(50_000), To = EventBench.Start.AddMinutes(50_010), Name = "nothing.happened" },
        ];
        foreach (var filter in filters)
        {
            var before = bench.Tables.RowsRead;

            var page = await bench.Search.ListAsync(filter, 50, cursor: null, Cancellation);

            Assert.InRange(bench.Tables.RowsRead - before, 0, 1200);
            Assert.All(page.Events, told => Assert.True(filter.Fits(told)));
        }

        Assert.Equal(100, (await bench.AllAsync(new() { Subject = "thing:7" })).Count);
        Assert.Equal(10, (await bench.AllAsync(filters[^1] with { Name = null })).Count);
    }

    [Theory]
    [InlineData("20260101.ffffffffffffffffffffffffffffffff")]
    [InlineData("20260101.00000000000000000000000000000000")]
    [InlineData("99999999.80000000000000000000000000000000")]
    [InlineData("00000000.7fffffffffffffff0000000000000000")]
    public async Task A_forged_cursor_begins_somewhere_and_is_no_fault(string cursor)
    {
        await bench.AddAsync(EventBench.New(1), EventBench.New(2));

        Assert.InRange((await bench.Search.ListAsync(new() { Subject = "thing:1" }, 50, EventCursor.Parse(cursor), Cancellation)).Events.Count, 0, 2);
        Assert.InRange((await bench.Search.ListAsync(new() { Name = "thing." }, 50, EventCursor.Parse(cursor), Cancellation)).Events.Count, 0, 2);
    }
}
