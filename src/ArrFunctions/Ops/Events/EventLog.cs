using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>The events of all features, newest first, and how many there were of each name on each day.</summary>
/// <remarks>
/// Table <c>Events</c>. A day (UTC, <c>yyyyMMdd</c>) is a partition: <c>e~{newest first}</c> the events, <c>c~</c> their counts, changed in the same
/// batch, so an event that is added twice counts once. Partition <c>days</c>: <c>{newest first}</c> the days that have events, or had some:
/// then the row holds the counts.
/// </remarks>
internal sealed partial class EventLog(ITableStore tables)
{
    public const string Table = "Events";

    public const string DaysPartition = "days";

    public const string CountsKey = "c~";

    /// <summary>Events that this process added, by the name of their severity.</summary>
    public Tally Added { get; } = new();

    /// <summary>Adds events that are not there yet; at most 99 at once.</summary>
    public async Task AddAsync(IReadOnlyList<EventRecord> events, CancellationToken cancellationToken)
    {
        foreach (var day in events.GroupBy(told => EventKeys.DayOf(told.Time), StringComparer.Ordinal))
        {
            await AddAsync(day.Key, [.. day], cancellationToken);
        }
    }

    /// <summary>How many events there were of each name on one day.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var name = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return (await tables.GetAsync(Table, DaysPartition, EventKeys.NewestFirst(name), cancellationToken) is { } row ? ReadDay(row).Counts : null)
            ?? (await ReadCountsAsync(name, cancellationToken)).Counts;
    }

    /// <summary>How many events there were of each name on all days.</summary>
    public async Task<IReadOnlyDictionary<string, long>> TotalCountsAsync(CancellationToken cancellationToken)
    {
        var total = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var (day, known) in DaysAsync(RowKeyRange.All, cancellationToken))
        {
            foreach (var (name, count) in known.Counts ?? (await ReadCountsAsync(day, cancellationToken)).Counts)
            {
                total[name] = total.GetValueOrDefault(name) + count;
            }
        }

        return total;
    }

    /// <summary>The days, newest first.</summary>
    /// <param name="range">Of <see cref="EventKeys.NewestFirst"/>.</param>
    public IAsyncEnumerable<(string Day, EventDay Known)> DaysAsync(RowKeyRange range, CancellationToken cancellationToken) => tables
        .ReadAllAsync(Table, DaysPartition, range, cancellationToken)
        .Select(row => (EventKeys.NewestFirst(row.RowKey), ReadDay(row)));

    /// <summary>Notes what became of a day.</summary>
    public async Task SetAsync(string day, EventDay known, CancellationToken cancellationToken) => await tables.CommitAsync(
        Table, DaysPartition, [new TableChange.Upsert(EventKeys.NewestFirst(day), JsonSerializer.Serialize(known, EventJson.Default.EventDay))], cancellationToken);

    private async Task AddAsync(string day, List<EventRecord> events, CancellationToken cancellationToken)
    {
        while (events.Count > 0)
        {
            var (counts, etag) = await ReadCountsAsync(day, cancellationToken);
            if (etag is null)
            {
                await NoteAsync(day, cancellationToken);
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

    /// <summary>A day that is known stays as it is.</summary>
    private async Task NoteAsync(string day, CancellationToken cancellationToken)
    {
        try
        {
            await tables.CommitAsync(Table, DaysPartition, [new TableChange.Insert(EventKeys.NewestFirst(day), "{}")], cancellationToken);
        }
        catch (TableConflictException)
        {
            // It is there.
        }
    }

    private async Task<List<EventRecord>> MissingAsync(string day, List<EventRecord> events, CancellationToken cancellationToken)
    {
        var missing = new List<EventRecord>();
        foreach (var told in events)
        {
            if (await tables.GetAsync(Table, day, EventKeys.RowKeyOf(told), cancellationToken) is null)
            {
                missing.Add(told);
            }
        }

        return missing;
    }

    private async Task<(SortedDictionary<string, long> Counts, string? ETag)> ReadCountsAsync(string day, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, day, CountsKey, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, EventJson.Default.SortedDictionaryStringInt64)!, row.ETag)
            : ([], null);

    private static EventDay ReadDay(TableRow row) => JsonSerializer.Deserialize(row.Content, EventJson.Default.EventDay)!;

    private static TableChange Row(EventRecord told) =>
        new TableChange.Insert(EventKeys.RowKeyOf(told), JsonSerializer.Serialize(told, EventJson.Default.EventRecord));
}
