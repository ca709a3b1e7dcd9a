using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Access.Sessions;

/// <summary>A store that counts what is asked of it about sessions and keys, and what is written about sessions.</summary>
internal sealed class CountedTables(ITableStore tables) : ITableStore
{
    public int Gets { get; private set; }

    public int Lists { get; private set; }

    public int Commits { get; private set; }

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        Gets += Counts(table);
        return tables.GetAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
    {
        Lists += Counts(table);
        return tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);
    }

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        Commits += table is SessionStore.Table ? 1 : 0;
        return tables.CommitAsync(table, partitionKey, changes, cancellationToken);
    }

    /// <summary>Forgets what was counted.</summary>
    public void Reset() => (Gets, Lists, Commits) = (0, 0, 0);

    private static int Counts(string table) => table is SessionStore.Table or KeyStore.Table ? 1 : 0;
}
