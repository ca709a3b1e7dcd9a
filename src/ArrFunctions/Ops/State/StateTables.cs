using System.Runtime.CompilerServices;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>The state of this process, as it is moved.</summary>
/// <param name="actor">Who moves it, as events name it.</param>
internal sealed class StateTables(ITableScan scan, ITableStore tables, ImportGate gate, string actor) : IStateTarget
{
    /// <summary>Rows of a read: of the largest there are, 25 MiB.</summary>
    private const int PageRows = 100;

    private const int CommitsAtOnce = 8;

    /// <summary>What its host is doing, who is signed in there, and who was told of what: somebody else's messages are no news here.</summary>
    private static readonly string[] Staying = [ImportGate.Table, SessionStore.Table, NotificationStore.Table];

    /// <summary>All tables move but those that belong to their host.</summary>
    public static bool Moves(string table) => !Staying.Contains(table, StateOrder.Tables);

    /// <summary>The names of the tables that move, in <see cref="StateOrder"/>.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(ITableScan scan, CancellationToken cancellationToken) =>
        [.. (await scan.TablesAsync(cancellationToken)).Where(Moves).Order(StateOrder.Tables)];

    /// <summary>Every row that moves, in <see cref="StateOrder"/>, read page by page.</summary>
    public static async IAsyncEnumerable<StateRow> RowsAsync(ITableScan scan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in await NamesAsync(scan, cancellationToken))
        {
            await foreach (var row in RowsAsync(scan, table, after: null, cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>The rows of a table behind a key.</summary>
    public static async IAsyncEnumerable<StateRow> RowsAsync(
        ITableScan scan, string table, TableKeys? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<TableRow> page;
        do
        {
            page = await scan.ScanAsync(table, PageRows, after, cancellationToken);
            foreach (var row in page)
            {
                yield return new(table, row.PartitionKey, row.RowKey, row.Content);
            }

            after = page is [.., var last] ? new(last.PartitionKey, last.RowKey) : null;
        }
        while (page.Count == PageRows);
    }

    public Task<ImportMark?> FindImportAsync(CancellationToken cancellationToken) => gate.FindAsync(cancellationToken);

    public IAsyncEnumerable<StateRow> RowsAsync(CancellationToken cancellationToken) => RowsAsync(scan, cancellationToken);

    /// <exception cref="StoreException">Another import began a moment ago.</exception>
    public async Task BeginImportAsync(ImportMark mark, CancellationToken cancellationToken)
    {
        if (!await gate.TryBeginAsync(mark, actor, cancellationToken))
        {
            throw new StoreException("Another import into this state began a moment ago. Let it end first.");
        }
    }

    public Task WriteAsync(string importId, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        StateChunk.Batches(changes),
        new ParallelOptions { MaxDegreeOfParallelism = CommitsAtOnce, CancellationToken = cancellationToken },
        async (batch, token) => await tables.CommitAsync(batch.Table, batch.PartitionKey, batch.Changes, token));

    public Task EndImportAsync(string importId, CancellationToken cancellationToken) => gate.EndAsync(importId, actor, cancellationToken);
}
