using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>Moves events from the outboxes to the log: into the log first, then into its order and indexes, then out of the outbox, so that a crash between repeats and loses nothing.</summary>
internal sealed class OutboxMover(ITableStore tables, EventLog log, EventFeed feed, IEnumerable<OutboxSource> sources) : IDisposable
{
    /// <summary>As many as fit a batch of the log beside the row of its day.</summary>
    private const int PageRows = TableRules.MaxBatchChanges - 1;

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Whether there is anything to move.</summary>
    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            foreach (var partition in source.Partitions)
            {
                var page = await tables.ListAsync(
                    source.Table, partition, RowKeyRange.Prefix(Outbox.Prefix), limit: 1, continuation: null, cancellationToken);
                if (page.Rows.Count > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <returns>How many events were moved; none while state is imported.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await ImportGate.IsClosedAsync(tables, cancellationToken))
            {
                return 0;
            }

            var moved = 0;
            foreach (var source in sources)
            {
                foreach (var partition in source.Partitions)
                {
                    moved += await MoveAsync(source.Table, partition, cancellationToken);
                }
            }

            return moved;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<int> MoveAsync(string table, string partition, CancellationToken cancellationToken)
    {
        var moved = 0;
        while (true)
        {
            var page = await tables.ListAsync(table, partition, RowKeyRange.Prefix(Outbox.Prefix), PageRows, continuation: null, cancellationToken);
            if (page.Rows.Count == 0)
            {
                return moved;
            }

            EventRecord[] events = [.. page.Rows.Select(Outbox.Read)];
            await log.AddAsync(events, cancellationToken);
            await feed.AddAsync(events, cancellationToken);
            await tables.CommitAsync(table, partition, [.. page.Rows.Select(row => new TableChange.Delete(row.RowKey))], cancellationToken);
            moved += page.Rows.Count;
            if (page.Continuation is null)
            {
                return moved;
            }
        }
    }
}
