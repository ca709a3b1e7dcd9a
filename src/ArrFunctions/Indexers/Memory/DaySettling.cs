using System.Runtime.CompilerServices;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>Brings the figures of an indexer's days up to its observations.</summary>
internal static class DaySettling
{
    public static async Task SettleAsync(this ObservationRows rows, CancellationToken cancellationToken)
    {
        while (!await TrySettleAsync(rows, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <returns>Whether all days are settled.</returns>
    private static async Task<bool> TrySettleAsync(ObservationRows rows, CancellationToken cancellationToken)
    {
        var (head, etag) = await rows.HeadAsync(cancellationToken);
        if (head is not { From: { } from, To: { } to })
        {
            return true;
        }

        var range = new RowKeyRange(ObservationKeys.Days, ObservationKeys.Day(from) + "~");
        var stored = await rows.ReadAsync(range, cancellationToken).ToDictionaryAsync(row => ObservationKeys.DayOf(row.RowKey), cancellationToken: cancellationToken);
        var last = stored.Keys.Append(to).Max();
        var changes = await ChangesAsync(rows, stored, from, to, last, cancellationToken).ToListAsync(cancellationToken);
        var batch = ObservationRows.Batches(changes).FirstOrDefault() ?? [];
        var isWhole = batch.Count == changes.Count;
        var next = isWhole ? new ObservationHead() : new(ObservationKeys.DayOf(batch[^1].RowKey).AddDays(1), last);
        try
        {
            await rows.CommitAsync(etag, next, batch, cancellationToken);
            return isWhole;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>Every day of the span, and those after it as long as the state at their beginning is another than it was.</summary>
    private static async IAsyncEnumerable<TableChange> ChangesAsync(
        ObservationRows rows, Dictionary<DateOnly, TableRow> stored, DateOnly from, DateOnly to, DateOnly last,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = (await rows.NewestBeforeAsync(from, cancellationToken))?.After ?? new();
        var before = state;
        for (var day = from; day <= to || (day <= last && state != before); day = day.AddDays(1))
        {
            var row = stored.GetValueOrDefault(day);
            var seen = row is not null || day <= to ? await rows.ObservationsAsync(UptimePeriod.Midnight(day), UptimePeriod.Midnight(day.AddDays(1)), cancellationToken) : [];
            if (seen.Count == 0)
            {
                // Its observations are gone, its figures are not.
                (state, before) = row is null ? (state, before) : (UptimePeriod.Read(row).After, UptimePeriod.Read(row).After);
                continue;
            }

            var period = UptimePeriod.OfDay(state, seen, day);
            var content = period.ToJson();
            if (row?.Content != content)
            {
                yield return row is null ? new TableChange.Insert(ObservationKeys.Day(day), content) : new TableChange.Replace(row.RowKey, content, row.ETag);
            }

            before = row is null ? before : UptimePeriod.Read(row).After;
            state = period.After;
        }
    }
}
