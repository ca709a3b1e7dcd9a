using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>Numbers events as they come to the log, from 1 and without a gap, and finds those of a subject or a correlation id.</summary>
/// <remarks>
/// Table <c>EventFeed</c>, partition <c>feed</c>: <c>h~</c> the last number; <c>f~{number}</c> the place of an event in the log; <c>s~{hash}~{place}</c> and
/// <c>c~{hash}~{place}</c> the events of a subject and of a correlation id. The rows of an event come with its number in one batch, so an event that is
/// added twice is numbered once, also by several processes.
/// </remarks>
internal sealed class EventFeed(ITableStore tables)
{
    public const string Table = "EventFeed";

    public const string Partition = "feed";

    public const string NumberPrefix = "f~";

    private const string HeadKey = "h~";

    /// <summary>More events than a log that was lost can have held.</summary>
    private const long LostAtMost = 1_000_000;

    /// <summary>Each has up to three rows, beside that of the last number.</summary>
    private const int MostEvents = (TableRules.MaxBatchChanges - 1) / 3;

    private volatile TaskCompletionSource change = New();

    /// <summary>Completes when events are added in this process.</summary>
    public Task Change
    {
        [SuppressMessage("Usage", "VSTHRD003", Justification = "Nothing works on it; it is completed by whoever adds events.")]
        get => change.Task;
    }

    /// <summary>Numbers events of the log that have no number yet.</summary>
    public async Task AddAsync(IReadOnlyList<EventRecord> events, CancellationToken cancellationToken)
    {
        foreach (var chunk in events.Chunk(MostEvents))
        {
            await AddChunkAsync(chunk, cancellationToken);
        }

        Interlocked.Exchange(ref change, New()).TrySetResult();
    }

    /// <summary>The number of the event that came last; 0 when there was none.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellationToken) => (await ReadHeadAsync(cancellationToken)).Number;

    /// <summary>The next events behind a number, in their order.</summary>
    /// <param name="limit">1 to 1,000.</param>
    public async Task<IReadOnlyList<NumberedEvent>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var page = await tables.ListAsync(
            Table, Partition, RowKeyRange.Prefix(NumberPrefix).After(NumberKey(after)), limit, continuation: null, cancellationToken);
        var events = await EventsAsync([.. page.Rows.Select(PlaceIn)], cancellationToken);
        return [.. page.Rows.Zip(events, static (row, told) => new NumberedEvent(NumberIn(row), told))];
    }

    /// <summary>The next events whose places stand in an index, newest first.</summary>
    public async Task<IReadOnlyList<(string Place, EventRecord? Told)>> ListAsync(RowKeyRange range, int limit, CancellationToken cancellationToken)
    {
        var page = await tables.ListAsync(Table, Partition, range, limit, continuation: null, cancellationToken);
        List<string> places = [.. page.Rows.Select(static row => row.RowKey[(row.RowKey.LastIndexOf('~') + 1)..])];
        return [.. places.Zip(await EventsAsync(places, cancellationToken))];
    }

    /// <summary>After rows were lost: goes on far behind every number that was ever given, since what was lost may have had the highest.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> RepairAsync(CancellationToken cancellationToken)
    {
        var (head, _) = await ReadHeadAsync(cancellationToken);
        await foreach (var row in tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(NumberPrefix), cancellationToken))
        {
            head = Math.Max(head, NumberIn(row));
        }

        await tables.CommitAsync(Table, Partition, [new TableChange.Upsert(HeadKey, (head + LostAtMost).ToString(CultureInfo.InvariantCulture))], cancellationToken);
        return 1;
    }

    /// <summary>The index rows of an event.</summary>
    public static IEnumerable<string> IndexKeys(EventRecord told)
    {
        var place = EventKeys.PlaceOf(told);
        yield return EventKeys.OfSubject(told.Subject) + place;
        if (told.CorrelationId is { } id)
        {
            yield return EventKeys.OfCorrelation(id) + place;
        }
    }

    /// <summary>The place that a row with a number tells.</summary>
    public static string PlaceIn(TableRow row) => row.Content.Trim('"');

    private async Task AddChunkAsync(EventRecord[] events, CancellationToken cancellationToken)
    {
        while (events.Length > 0)
        {
            var (number, etag) = await ReadHeadAsync(cancellationToken);
            var last = (number + events.Length).ToString(CultureInfo.InvariantCulture);
            List<TableChange> changes = [etag is null ? new TableChange.Insert(HeadKey, last) : new TableChange.Replace(HeadKey, last, etag)];
            foreach (var told in events)
            {
                changes.Add(new TableChange.Insert(NumberKey(++number), $"\"{EventKeys.PlaceOf(told)}\""));
                changes.AddRange(IndexKeys(told).Select(static key => new TableChange.Insert(key, "{}")));
            }

            try
            {
                await tables.CommitAsync(Table, Partition, changes, cancellationToken);
                return;
            }
            catch (TableConflictException)
            {
                // Somebody else numbered events, perhaps these.
                events = await MissingAsync(events, cancellationToken);
            }
        }
    }

    private async Task<EventRecord[]> MissingAsync(EventRecord[] events, CancellationToken cancellationToken)
    {
        var missing = new List<EventRecord>();
        foreach (var told in events)
        {
            if (await tables.GetAsync(Table, Partition, IndexKeys(told).First(), cancellationToken) is null)
            {
                missing.Add(told);
            }
        }

        return [.. missing];
    }

    private async Task<(long Number, string? ETag)> ReadHeadAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, HeadKey, cancellationToken) is { } row
            ? (long.Parse(row.Content, CultureInfo.InvariantCulture), row.ETag)
            : (0, null);

    private async Task<EventRecord?[]> EventsAsync(IReadOnlyList<string> places, CancellationToken cancellationToken) => await Task.WhenAll(places.Select(async place =>
        await tables.GetAsync(EventLog.Table, EventKeys.DayOf(EventKeys.TimeOf(place)), EventKeys.Prefix + place, cancellationToken) is { } row ? Outbox.Read(row) : null));

    private static string NumberKey(long number) => NumberPrefix + number.ToString("x16", CultureInfo.InvariantCulture);

    private static long NumberIn(TableRow row) =>
        long.Parse(row.RowKey.AsSpan(NumberPrefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
