using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>Everything that was seen of indexers, as long as <see cref="IndexersOptions.KeepObservations"/>.</summary>
internal sealed class ObservationStore(ITableStore tables, Live<IndexersOptions> options, TimeProvider clock)
{
    private const int MostOfPage = 500;

    /// <summary>Keeps observations of one indexer, in any order; what is there already is not added again.</summary>
    /// <remarks>
    /// The same is what has the same id in the history or, without one, the same source, outcome and second. Times are kept to the second,
    /// reasons to 200 characters. What is older than <see cref="IndexersOptions.KeepObservations"/> is not added.
    /// </remarks>
    public async Task AddAsync(IndexerKey indexer, IReadOnlyCollection<Observation> observations, CancellationToken cancellationToken)
    {
        var earliest = options.Value.ObservedFrom(clock.GetUtcNow());
        var blocks = observations.Where(seen => seen.Time >= earliest).GroupBy(seen => ObservationBlock.Of(seen.Time)).OrderBy(block => block.Key).ToList();
        if (blocks.Count == 0)
        {
            return;
        }

        var rows = new ObservationRows(tables, indexer);
        while (!await TryAddAsync(rows, blocks, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        await rows.SettleAsync(cancellationToken);
    }

    /// <summary>What was seen of an indexer from one time to another (not included), the oldest first.</summary>
    public async Task<IReadOnlyList<Observation>> ReadAsync(IndexerKey indexer, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await new ObservationRows(tables, indexer).ObservationsAsync(from, until, cancellationToken);

    /// <summary>What was seen of several indexers, the newest first; within a second in the order of their names.</summary>
    /// <param name="indexers">Those wanted.</param>
    /// <param name="from">The oldest wanted; null: all.</param>
    /// <param name="until">The first that is too new; null: none is. Means nothing with a cursor.</param>
    /// <param name="limit">Of the page, 1 to 500.</param>
    /// <param name="cursor">Null, or that of the page before (<see cref="ObservationCursor.TryParse"/> tells whether it can be one).</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <remarks>Reads about twice as many rows as the page has observations, and a few of every indexer.</remarks>
    public async Task<ObservationPage> ListAsync(
        IReadOnlyCollection<IndexerKey> indexers, DateTimeOffset? from, DateTimeOffset? until, int limit, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostOfPage);
        var start = cursor is null ? new(LastSecondBefore(until ?? clock.GetUtcNow().AddDays(1)), Read: 0)
            : ObservationCursor.TryParse(cursor, out var parsed) ? parsed
            : throw new ArgumentException($"'{cursor}' is not the cursor of a page of observations.", nameof(cursor));
        return await ObservationList.ReadAsync(tables, [.. indexers.Distinct()], from ?? DateTimeOffset.MinValue, start, limit, cancellationToken);
    }

    private static async Task<bool> TryAddAsync(
        ObservationRows rows, List<IGrouping<DateTimeOffset, Observation>> blocks, CancellationToken cancellationToken)
    {
        var range = ObservationKeys.BlocksBetween(blocks[0].Key, blocks[^1].Key + ObservationBlock.Length);
        var known = (await rows.ReadAsync(range, cancellationToken).ToListAsync(cancellationToken)).ToLookup(row => ObservationKeys.BlockOf(row.RowKey));
        try
        {
            foreach (var batch in ObservationRows.Batches(blocks.SelectMany(block => Changes(known[block.Key], block))))
            {
                var (head, etag) = await rows.HeadAsync(cancellationToken);
                var days = batch.Select(change => DateOnly.FromDateTime(ObservationKeys.BlockOf(change.RowKey).UtcDateTime)).ToList();
                await rows.CommitAsync(etag, head.With(days.Min(), days.Max()), batch, cancellationToken);
            }

            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>The last part first: what moves from one part to the next is never missing, and while it is in both it is read once.</summary>
    private static IEnumerable<TableChange> Changes(IEnumerable<TableRow> known, IGrouping<DateTimeOffset, Observation> block)
    {
        var rows = known.Reverse().ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        var merged = ObservationBlock.Merge(rows.Values.SelectMany(row => ObservationBlock.Read(block.Key, row.Content)), block);
        foreach (var (part, content) in ObservationBlock.Write(merged).Index().Reverse())
        {
            var key = ObservationKeys.Block(block.Key, part);
            if (!rows.Remove(key, out var row))
            {
                yield return new TableChange.Insert(key, content);
            }
            else if (row.Content != content)
            {
                yield return new TableChange.Replace(key, content, row.ETag);
            }
        }

        // Left by a writer that was cut off; the parts before hold what is in them.
        foreach (var row in rows.Values)
        {
            yield return new TableChange.Delete(row.RowKey, row.ETag);
        }
    }

    private static DateTimeOffset LastSecondBefore(DateTimeOffset time) => time.AddTicks(-1).ToSecond();
}
