using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>Finds events, newest first. What belongs to a subject or a correlation id is found by its index; for every other filter the log is looked through, a piece with each page.</summary>
internal sealed class EventSearch(ITableStore tables, EventLog log, EventFeed feed)
{
    /// <summary>Rows that one page looks at, however few of them fit.</summary>
    public const int MostRows = 500;

    /// <summary>Rows that are read at once where not all of them will fit.</summary>
    private const int Piece = 100;

    private const int SmallestPiece = 20;

    /// <summary>Behind every event of its day.</summary>
    private static readonly string EndOfDay = new('f', 32);

    /// <param name="filter">Which events.</param>
    /// <param name="limit">1 to 500.</param>
    /// <param name="cursor">Null, or the cursor of the page before.</param>
    /// <returns>A page can have fewer events than wanted, or none; only one without a cursor is the last.</returns>
    public Task<EventPage> ListAsync(EventFilter filter, int limit, EventCursor? cursor, CancellationToken cancellationToken) => filter.IndexPrefix is { } prefix
        ? FindAsync(prefix, filter, limit, cursor, cancellationToken)
        : LookThroughAsync(filter, limit, cursor, cancellationToken);

    private async Task<EventPage> FindAsync(string prefix, EventFilter filter, int limit, EventCursor? cursor, CancellationToken cancellationToken)
    {
        var found = new List<EventRecord>();
        var range = filter.Range(prefix);
        range = cursor is null ? range : Later(range, prefix + cursor.Place);
        var most = Math.Clamp(limit, SmallestPiece, Piece);
        for (var read = 0; read < MostRows;)
        {
            var piece = await feed.ListAsync(range, most, cancellationToken);
            foreach (var (place, told) in piece)
            {
                found.AddRange(told is not null && filter.Fits(told) ? [told] : []);
                read++;
                if (found.Count == limit || read == MostRows)
                {
                    return new(found, EventCursor.At(place).ToString());
                }
            }

            if (piece.Count < most)
            {
                return new(found, Cursor: null);
            }

            range = range.After(prefix + piece[^1].Place);
        }

        throw new InvalidOperationException("A page ends with its last row.");
    }

    private async Task<EventPage> LookThroughAsync(EventFilter filter, int limit, EventCursor? cursor, CancellationToken cancellationToken)
    {
        var found = new List<EventRecord>();
        var left = Math.Max(limit, MostRows);
        await foreach (var (day, known) in log.DaysAsync(DaysOf(filter, cursor), cancellationToken).WithCancellation(cancellationToken))
        {
            if (known.Counts is not null)
            {
                continue;
            }

            var range = filter.Range(EventKeys.Prefix);
            range = day == cursor?.Day ? Later(range, EventKeys.Prefix + cursor.Place) : range;
            bool isMore;
            do
            {
                var most = Math.Min(left, filter.IsOfTimeAlone ? limit - found.Count : Piece);
                var page = await tables.ListAsync(EventLog.Table, day, range, most, continuation: null, cancellationToken);
                isMore = page.Continuation is not null;
                left -= Math.Max(1, page.Rows.Count);
                foreach (var row in page.Rows)
                {
                    found.AddRange(Outbox.Read(row) is var told && filter.Fits(told) ? [told] : []);
                    if (found.Count == limit)
                    {
                        return new(found, new EventCursor(day, row.RowKey[EventKeys.Prefix.Length..]).ToString());
                    }
                }

                if (left <= 0)
                {
                    return new(found, new EventCursor(day, isMore ? page.Rows[^1].RowKey[EventKeys.Prefix.Length..] : EndOfDay).ToString());
                }

                range = isMore ? range.After(page.Rows[^1].RowKey) : range;
            }
            while (isMore);
        }

        return new(found, Cursor: null);
    }

    private static RowKeyRange DaysOf(EventFilter filter, EventCursor? cursor)
    {
        var latest = cursor?.Day ?? (filter.To is { } to ? EventKeys.DayOf(to) : null);
        return new(
            latest is null ? null : EventKeys.NewestFirst(latest),
            filter.From is { } from ? RowKeyRange.Prefix(EventKeys.NewestFirst(EventKeys.DayOf(from))).To : null);
    }

    /// <summary>What is left of a range behind a key, which may lie before the range.</summary>
    private static RowKeyRange Later(RowKeyRange range, string rowKey) =>
        range.After(rowKey) is var behind && string.CompareOrdinal(behind.From, range.From) > 0 ? behind : range;
}
