using System.Text;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>The rows of one indexer.</summary>
internal sealed class ObservationRows(ITableStore tables, IndexerKey indexer)
{
    private const int MostChanges = TableRules.MaxBatchChanges - 1;

    /// <summary>Of a batch; one change more of the largest row fits.</summary>
    private const int ManyBytes = TableRules.MaxBatchBytes / 2;

    private readonly string partition = ObservationKeys.Partition(indexer);

    public async ValueTask<(ObservationHead Head, string? ETag)> HeadAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(ObservationKeys.Table, partition, ObservationKeys.Head, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, ObservationJson.Default.ObservationHead)!, row.ETag)
            : (new(), null);

    public IAsyncEnumerable<TableRow> ReadAsync(RowKeyRange range, CancellationToken cancellationToken) =>
        tables.ReadAllAsync(ObservationKeys.Table, partition, range, cancellationToken);

    /// <summary>The oldest first.</summary>
    public async Task<List<Observation>> ObservationsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (from >= until)
        {
            return [];
        }

        var rows = await ReadAsync(ObservationKeys.BlocksBetween(from, until), cancellationToken).ToListAsync(cancellationToken);
        rows.Reverse();
        return
        [
            .. rows.GroupBy(row => ObservationKeys.BlockOf(row.RowKey))
                .SelectMany(block => ObservationBlock.Merge(block.SelectMany(row => ObservationBlock.Read(block.Key, row.Content)), []))
                .Where(seen => seen.Time >= from && seen.Time < until),
        ];
    }

    /// <summary>The newest day or month before a day.</summary>
    public async Task<UptimePeriod?> NewestBeforeAsync(DateOnly day, CancellationToken cancellationToken) =>
        await FirstAsync(ObservationKeys.UpTo(ObservationKeys.Day(day.AddDays(-1))), cancellationToken)
        ?? await FirstAsync(RowKeyRange.Prefix(ObservationKeys.Months), cancellationToken);

    /// <summary>Days from the one that a time lies in, the oldest first, and the day or month before them; months where days are folded.</summary>
    public async Task<List<UptimePeriod>> PeriodsAsync(DateTimeOffset from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = UptimePeriod.DayOf(now).DayNumber - UptimePeriod.DayOf(from).DayNumber;
        var periods = await NewestAsync(ObservationKeys.Days, from, days, cancellationToken);
        if (periods is not [.., { } oldest] || oldest.Start >= from)
        {
            periods.AddRange(await NewestAsync(ObservationKeys.Months, from, days / 30, cancellationToken));
        }

        periods.Reverse();
        return periods;
    }

    /// <summary>Changes rows and the head together.</summary>
    /// <exception cref="TableConflictException">Another changed them since the head was read.</exception>
    public async Task CommitAsync(string? etag, ObservationHead head, IEnumerable<TableChange> changes, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Serialize(head, ObservationJson.Default.ObservationHead);
        if (etag is null)
        {
            // The list knows an indexer before it has rows, so none is ever without it.
            await tables.CommitAsync(ObservationKeys.Table, ObservationKeys.Indexers, [new TableChange.Upsert(partition, "{}")], cancellationToken);
        }

        TableChange changed = etag is null ? new TableChange.Insert(ObservationKeys.Head, content) : new TableChange.Replace(ObservationKeys.Head, content, etag);
        await tables.CommitAsync(ObservationKeys.Table, partition, [changed, .. changes], cancellationToken);
    }

    /// <summary>Changes in the same order, as many at once as a batch takes beside the head.</summary>
    public static IEnumerable<List<TableChange>> Batches(IEnumerable<TableChange> changes)
    {
        var batch = new List<TableChange>();
        var bytes = 0;
        foreach (var change in changes)
        {
            batch.Add(change);
            bytes += Encoding.UTF8.GetByteCount(change.NewContent ?? "");
            if (batch.Count == MostChanges || bytes > ManyBytes)
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The newest first, up to one that begins before a time.</summary>
    /// <param name="expected">How many more than one or two there will be.</param>
    private async Task<List<UptimePeriod>> NewestAsync(string prefix, DateTimeOffset from, int expected, CancellationToken cancellationToken)
    {
        var found = new List<UptimePeriod>();
        var limit = Math.Min(expected + 2, TableRules.MaxPageRows);
        string? continuation = null;
        do
        {
            var page = await tables.ListAsync(ObservationKeys.Table, partition, RowKeyRange.Prefix(prefix), limit, continuation, cancellationToken);
            found.AddRange(page.Rows.Select(UptimePeriod.Read));
            continuation = page.Continuation;
        }
        while (continuation is not null && found[^1].Start >= from);

        return found;
    }

    private async Task<UptimePeriod?> FirstAsync(RowKeyRange range, CancellationToken cancellationToken) =>
        (await tables.ListAsync(ObservationKeys.Table, partition, range, 1, continuation: null, cancellationToken)).Rows is [var row] ? UptimePeriod.Read(row) : null;
}
