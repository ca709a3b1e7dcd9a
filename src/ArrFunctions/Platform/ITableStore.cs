namespace ArrFunctions.Platform;

/// <summary>The state of the product: rows of JSON, found by table, partition key and row key, with the semantics of Azure Table Storage.</summary>
/// <remarks>
/// Nothing is atomic across partitions or tables. Keys and sizes follow <see cref="TableRules"/>; an argument against
/// them is an <see cref="ArgumentException"/>. A store that cannot be read or written throws <see cref="StoreException"/>.
/// </remarks>
public interface ITableStore
{
    /// <summary>The row, or null when there is none.</summary>
    ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default);

    /// <summary>The next rows of a range in ordinal order of their row keys; reads no more than the page.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="range">The row keys wanted.</param>
    /// <param name="limit">At most so many rows, 1 to 1,000.</param>
    /// <param name="continuation">Null, or the <see cref="TablePage.Continuation"/> of the page before. Rows that change between two pages
    /// may be seen or missed; no row is seen twice.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default);

    /// <summary>Makes 1 to 100 changes of one partition, each row at most once: all of them or none. Completes when they are durable.</summary>
    /// <remarks>
    /// <see cref="TableConflictException"/>: a condition failed, nothing is changed. <see cref="StoreException"/>: nothing is acknowledged, and a change
    /// may still have been made (as with any store across a wire), so read before trying again. Cancellation counts until the writing begins.
    /// </remarks>
    Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default);
}
