using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>The events of all features, newest first, and how many there were of each name on each day.</summary>
/// <remarks>
/// Table <c>Events</c>. A day (UTC, <c>yyyyMMdd</c>) is a partition: <c>e~{newest first}</c> the events, <c>c~</c> their counts, changed in the same
/// batch, so an event that is added twice counts once. Partition <c>days</c>: <c>{newest first}</c> the days that have events.
/// </remarks>
internal sealed class EventLog(ITableStore tables)
{
    private const string Table = "Events";
    private const string DaysPartition = "days";
    private const string CountsKey = "c~";
    private const string EventPrefix = "e~";

    /// <summary>Events that this process added, by the name of their severity.</summary>
    public Tally Added { get; } = new();

    /// <summary>Adds events that are not there yet; at most 99 at once.</summary>
    public async Task AddAsync(IReadOnlyList<EventRecord> events, CancellationToken cancellationToken)
    {
        foreach (var day in events.GroupBy(told => DayOf(told.Time), StringComparer.Ordinal))
        {
            await AddAsync(day.Key, [.. day], cancellationToken);
        }
    }

    /// <summary>The next events, newest first.</summary>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="cursor">Null, or the cursor of the page before.</param>
    public async Task<(IReadOnlyList<EventRecord> Events, string? Cursor)> ListAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var found = new List<EventRecord>();
        var after = EventCursor.Parse(cursor);
        await foreach (var day in DaysAsync(after?.Day, cancellationToken))
        {
            var page = await tables.ListAsync(
                Table, day, RowKeyRange.Prefix(EventPrefix), limit - found.Count, day == after?.Day ? after.RowKey : null, cancellationToken);
            found.AddRange(page.Rows.Select(Outbox.Read));
            if (found.Count == limit)
            {
                return (found, new EventCursor(day, page.Rows[^1].RowKey).ToString());
            }
        }

        return (found, null);
    }

    /// <summary>How many events there were of each name on one day.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(DateOnly day, CancellationToken cancellationToken) =>
        (await ReadCountsAsync(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), cancellationToken)).Counts;

    /// <summary>How many events there were of each name on all days.</summary>
    public async Task<IReadOnlyDictionary<string, long>> TotalCountsAsync(CancellationToken cancellationToken)
    {
        var total = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var day in DaysAsync(from: null, cancellationToken))
        {
            foreach (var (name, count) in (await ReadCountsAsync(day, cancellationToken)).Counts)
            {
                total[name] = total.GetValueOrDefault(name) + count;
            }
        }

        return total;
    }

    private async Task AddAsync(string day, List<EventRecord> events, CancellationToken cancellationToken)
    {
        while (events.Count > 0)
        {
            var (counts, etag) = await ReadCountsAsync(day, cancellationToken);
            if (etag is null)
            {
                await tables.CommitAsync(Table, DaysPartition, [new TableChange.Upsert(NewestFirst(day), "{}")], cancellationToken);
            }

            foreach (var told in events)
            {
                counts[told.Name] = counts.GetValueOrDefault(told.Name) + 1;
            }

            var content = JsonSerializer.Serialize(counts, EventJson.Default.SortedDictionaryStringInt64);
            TableChange count = etag is null ? new TableChange.Insert(CountsKey, content) : new TableChange.Replace(CountsKey, content, etag);
            try
            {
                await tables.CommitAsync(Table, day, [count, .. events.Select(Row)], cancellationToken);
                events.ForEach(told => Added.Add(told.Severity.ToString()));
                return;
            }
            catch (TableConflictException)
            {
                // Somebody else counted, or was cut off between adding these and taking them out of the outbox.
                events = await MissingAsync(day, events, cancellationToken);
            }
        }
    }

    private async Task<List<EventRecord>> MissingAsync(string day, List<EventRecord> events, CancellationToken cancellationToken)
    {
        var missing = new List<EventRecord>();
        foreach (var told in events)
        {
            if (await tables.GetAsync(Table, day, RowKey(told), cancellationToken) is null)
            {
                missing.Add(told);
            }
        }

        return missing;
    }

    private IAsyncEnumerable<string> DaysAsync(string? from, CancellationToken cancellationToken) => tables
        .ReadAllAsync(Table, DaysPartition, new RowKeyRange(from is null ? null : NewestFirst(from), To: null), cancellationToken)
        .Select(row => NewestFirst(row.RowKey));

    private async Task<(SortedDictionary<string, long> Counts, string? ETag)> ReadCountsAsync(string day, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, day, CountsKey, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, EventJson.Default.SortedDictionaryStringInt64)!, row.ETag)
            : ([], null);

    private static TableChange Row(EventRecord told) => new TableChange.Insert(RowKey(told), JsonSerializer.Serialize(told, EventJson.Default.EventRecord));

    private static string RowKey(EventRecord told) => $"{EventPrefix}{long.MaxValue - told.Time.UtcTicks:x16}{told.Id[16..]}";

    private static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Turns the order of days around, and back again.</summary>
    private static string NewestFirst(string day) => (99999999 - int.Parse(day, CultureInfo.InvariantCulture)).ToString("d8", CultureInfo.InvariantCulture);
}
