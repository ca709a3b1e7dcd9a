namespace ArrFunctions.Platform;

/// <summary>Everything that a table store holds, whoever's it is: for moving state to another host. No feature reads so.</summary>
/// <remarks>A store that cannot be read throws <see cref="StoreException"/>.</remarks>
public interface ITableScan
{
    /// <summary>The names of all tables that have a row, in ordinal order.</summary>
    ValueTask<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken = default);

    /// <summary>The next rows of a whole table, ordered by partition key and row key, ordinally.</summary>
    /// <param name="table">The table.</param>
    /// <param name="limit">At most so many rows, 1 to 1,000.</param>
    /// <param name="after">Null, or the keys of the last row of the page before; it need not be there any more.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Fewer than <paramref name="limit"/> only at the end.</returns>
    ValueTask<IReadOnlyList<TableRow>> ScanAsync(string table, int limit, TableKeys? after = null, CancellationToken cancellationToken = default);
}
