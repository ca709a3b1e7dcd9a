using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>Tables that can be neither read nor written.</summary>
internal sealed class UnusableTables : ITableStore
{
    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) => throw Fault();

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) => throw Fault();

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default) => throw Fault();

    private static StoreException Fault() => new("The disk is gone.");
}
