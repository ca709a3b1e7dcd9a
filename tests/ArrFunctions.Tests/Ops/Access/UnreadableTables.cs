using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.Access;

/// <summary>A store that can neither be read nor written from some moment on, as a damaged one.</summary>
internal sealed class UnreadableTables(ITableStore tables) : ITableStore
{
    public const string Sentence = "The state file is damaged: put back the newest backup.";

    public bool IsDamaged { get; set; }

    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        ThrowIfDamaged();
        return tables.GetAsync(table, partitionKey, rowKey, cancellationToken);
    }

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDamaged();
        return tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);
    }

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default)
    {
        ThrowIfDamaged();
        return tables.CommitAsync(table, partitionKey, changes, cancellationToken);
    }

    private void ThrowIfDamaged()
    {
        if (IsDamaged)
        {
            throw new StoreException(Sentence);
        }
    }
}
