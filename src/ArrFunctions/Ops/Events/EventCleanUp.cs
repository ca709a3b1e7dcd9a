using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>Forgets events whose time is over, a day at a time: first all but those of an audit, later the rest. The counts of the day stay.</summary>
/// <remarks>What points to an event goes before it, and the counts are kept before the day is closed, so whatever is cut off is done again to its end.</remarks>
internal sealed class EventCleanUp(ITableStore tables, EventLog log, EventsOptions options, IEnumerable<KeptRows> others, TimeProvider clock)
{
    /// <summary>Each event has up to two rows in the indexes.</summary>
    private const int MostEvents = TableRules.MaxBatchChanges / 2;

    /// <summary>In one run, of which there is one a day: a clock that is months ahead for an hour does not cost the whole log.</summary>
    private const int MostDays = 7;

    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        if (await DaysAsync(cancellationToken).AnyAsync(cancellationToken))
        {
            return true;
        }

        foreach (var kept in others)
        {
            if (await kept.IsDueAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>What was done, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        var days = await DaysAsync(cancellationToken).Reverse().ToListAsync(cancellationToken);
        foreach (var day in days.Take(MostDays))
        {
            removed += await RemoveAsync(day, cancellationToken);
        }

        await RemoveNumbersAsync(days.Skip(MostDays).FirstOrDefault(), cancellationToken);
        var words = new List<string> { $"{removed} events" };
        foreach (var kept in others)
        {
            words.Add($"{await kept.RemoveAsync(cancellationToken)} {kept.Name}");
        }

        return $"{string.Join(", ", words)} removed";
    }

    /// <summary>Days that lie wholly before the end of their time, and hold something that is over.</summary>
    private IAsyncEnumerable<string> DaysAsync(CancellationToken cancellationToken)
    {
        var range = RowKeyRange.All.After(EventKeys.NewestFirst(EventKeys.DayOf(clock.GetUtcNow() - options.KeepFor)));
        return log.DaysAsync(range, cancellationToken)
            .Where(day => day.Known.Counts is null && (!day.Known.IsThinned || IsWhollyOver(day.Day)))
            .Select(static day => day.Day);
    }

    private bool IsWhollyOver(string day) => string.CompareOrdinal(day, EventKeys.DayOf(clock.GetUtcNow() - options.KeepAuditFor)) < 0;

    private async Task<int> RemoveAsync(string day, CancellationToken cancellationToken)
    {
        var isWhole = IsWhollyOver(day);
        var (removed, left, range) = (0, 0, RowKeyRange.Prefix(EventKeys.Prefix));
        while (await tables.ListAsync(EventLog.Table, day, range, MostEvents, continuation: null, cancellationToken) is { Rows: [.., var last] rows })
        {
            var events = rows.Select(Outbox.Read).Where(told => isWhole || !AuditEvents.Includes(told)).ToList();
            if (events.Count > 0)
            {
                await DeleteAsync(EventFeed.Table, EventFeed.Partition, events.SelectMany(EventFeed.IndexKeys), cancellationToken);
                await DeleteAsync(EventLog.Table, day, events.Select(EventKeys.RowKeyOf), cancellationToken);
            }

            (removed, left, range) = (removed + events.Count, left + rows.Count - events.Count, range.After(last.RowKey));
        }

        if (left > 0)
        {
            await log.SetAsync(day, new() { IsThinned = true }, cancellationToken);
            return removed;
        }

        var counts = await log.CountsAsync(Day(day), cancellationToken);
        await log.SetAsync(day, new() { Counts = new(counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) }, cancellationToken);
        await DeleteAsync(EventLog.Table, day, [EventLog.CountsKey], cancellationToken);
        return removed;
    }

    /// <summary>Numbers of events, from the first on, until one whose time is not over, or whose day is left to the next run.</summary>
    private async Task RemoveNumbersAsync(string? left, CancellationToken cancellationToken)
    {
        var end = left is null ? clock.GetUtcNow() - options.KeepFor : new(Day(left), TimeOnly.MinValue, TimeSpan.Zero);
        while (true)
        {
            var page = await tables.ListAsync(
                EventFeed.Table, EventFeed.Partition, RowKeyRange.Prefix(EventFeed.NumberPrefix), TableRules.MaxBatchChanges, continuation: null, cancellationToken);
            var over = page.Rows.TakeWhile(row => EventKeys.TimeOf(EventFeed.PlaceIn(row)) < end).Select(row => row.RowKey).ToList();
            if (over.Count > 0)
            {
                await DeleteAsync(EventFeed.Table, EventFeed.Partition, over, cancellationToken);
            }

            if (over.Count < page.Rows.Count || page.Continuation is null)
            {
                return;
            }
        }
    }

    private Task DeleteAsync(string table, string partition, IEnumerable<string> rowKeys, CancellationToken cancellationToken) =>
        tables.CommitAsync(table, partition, [.. rowKeys.Select(key => new TableChange.Delete(key))], cancellationToken);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}
