using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Indexers.Memory;

/// <summary>Deletes observations that were kept long enough, and folds old days into months, which stay.</summary>
/// <remarks>
/// Of each indexer only what is to go is read. Observations go a day after the last moment at which one could still be added to their day,
/// and never before the figures of their day are written.
/// </remarks>
internal sealed partial class ObservationCleanUp(ITableStore tables, Live<IndexersOptions> options, TimeProvider clock, ILogger<ObservationCleanUp> logger)
{
    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) =>
        await IndexersAsync(cancellationToken).AnyAsync(
            async (rows, token) => await OldBlocks(rows, token).AnyAsync(token) || await OldDays(rows, token).AnyAsync(token) || (await rows.HeadAsync(token)).Head.From is not null,
            cancellationToken);

    /// <returns>What was done, for people.</returns>
    public async Task<string> CleanUpAsync(CancellationToken cancellationToken)
    {
        var (blocks, days) = (0, 0);
        await foreach (var rows in IndexersAsync(cancellationToken))
        {
            await rows.SettleAsync(cancellationToken);
            blocks += await DeleteAsync(rows, cancellationToken);
            days += await FoldAsync(rows, cancellationToken);
        }

        if (blocks + days > 0)
        {
            Log.Cleaned(logger, blocks, days);
        }

        return $"{blocks} {(blocks == 1 ? "row" : "rows")} of observations deleted and {days} {(days == 1 ? "day" : "days")} folded into months";
    }

    private static async Task<bool> TryCommitAsync(ObservationRows rows, IEnumerable<TableChange> changes, CancellationToken cancellationToken)
    {
        var (head, etag) = await rows.HeadAsync(cancellationToken);
        try
        {
            await rows.CommitAsync(etag, head, changes, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private async Task<int> DeleteAsync(ObservationRows rows, CancellationToken cancellationToken)
    {
        var old = await OldBlocks(rows, cancellationToken).Select(TableChange (row) => new TableChange.Delete(row.RowKey)).ToListAsync(cancellationToken);
        foreach (var batch in ObservationRows.Batches(old))
        {
            while (!await TryCommitAsync(rows, batch, cancellationToken))
            {
            }
        }

        return old.Count;
    }

    private async Task<int> FoldAsync(ObservationRows rows, CancellationToken cancellationToken)
    {
        var old = (await OldDays(rows, cancellationToken).ToListAsync(cancellationToken)).ConvertAll(UptimePeriod.Read);
        foreach (var month in old.OrderBy(day => day.From).GroupBy(day => (day.From.Year, day.From.Month)))
        {
            var days = month.ToList();
            var folded = UptimePeriod.OfMonth((await rows.NewestBeforeAsync(days[0].From, cancellationToken))?.After ?? new(), days);
            List<TableChange> changes =
            [
                new TableChange.Upsert(ObservationKeys.Month(folded.From), folded.ToJson()),
                .. days.Select(day => new TableChange.Delete(ObservationKeys.Day(day.From))),
            ];
            while (!await TryCommitAsync(rows, changes, cancellationToken))
            {
            }
        }

        return old.Count;
    }

    private IAsyncEnumerable<ObservationRows> IndexersAsync(CancellationToken cancellationToken) =>
        tables.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Indexers, RowKeyRange.All, cancellationToken)
            .Select(row => new ObservationRows(tables, ObservationKeys.IndexerOf(row.RowKey)));

    private IAsyncEnumerable<TableRow> OldBlocks(ObservationRows rows, CancellationToken cancellationToken) =>
        rows.ReadAsync(ObservationKeys.BlocksBefore(options.Value.ObservedFrom(clock.GetUtcNow()).AddDays(-1)), cancellationToken);

    /// <summary>Of whole months; none whose observations may still be there.</summary>
    private IAsyncEnumerable<TableRow> OldDays(ObservationRows rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = UptimePeriod.DayOf(now - options.Value.KeepDays);
        var observed = UptimePeriod.DayOf(options.Value.ObservedFrom(now)).AddDays(-2);
        last = last < observed ? last : observed;
        return rows.ReadAsync(ObservationKeys.UpTo(ObservationKeys.Day(new DateOnly(last.Year, last.Month, 1).AddDays(-1))), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Blocks} rows of observations of indexers were deleted, and the figures of {Days} days folded into months.")]
        public static partial void Cleaned(ILogger logger, int blocks, int days);
    }
}
