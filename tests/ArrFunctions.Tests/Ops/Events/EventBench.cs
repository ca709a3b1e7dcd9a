using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Events;

/// <summary>The log with its order and its indexes, in memory.</summary>
internal sealed class EventBench
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public EventBench(ITableStore? tables = null)
    {
        (Log, Feed) = (new(tables ?? Tables), new(tables ?? Tables));
        Search = new(tables ?? Tables, Log, Feed);
    }

    public MemoryTableStore Tables { get; } = new();

    public EventLog Log { get; }

    public EventFeed Feed { get; }

    public EventSearch Search { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Adds events as the mover does.</summary>
    public async Task AddAsync(params IEnumerable<EventRecord> events)
    {
        foreach (var chunk in events.Chunk(99))
        {
            await Log.AddAsync(chunk, Cancellation);
            await Feed.AddAsync(chunk, Cancellation);
        }
    }

    /// <summary>All pages that a filter gives, each checked for its length.</summary>
    public async Task<IReadOnlyList<EventRecord>> AllAsync(EventFilter filter, int limit = 50)
    {
        var found = new List<EventRecord>();
        EventPage page;
        string? cursor = null;
        do
        {
            page = await Search.ListAsync(filter, limit, EventCursor.Parse(cursor), Cancellation);
            Assert.True(page.Events.Count <= limit);
            found.AddRange(page.Events);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return found;
    }

    public static EventRecord New(int minute, string name = "thing.done", string subject = "thing:1") => new()
    {
        Id = EventRecord.NewId(Start.AddMinutes(minute)), Time = Start.AddMinutes(minute), Name = name, Subject = subject, Actor = "test", Message = "it happened",
    };
}
