namespace ArrFunctions.Ops.State;

/// <summary>
/// Every other line. A row: table, pk, rk and content. The end of a table: table, rows, sha256. The end of a file: tables, rows, sha256. The end of a page: rows, and after where there is more.
/// </summary>
internal sealed record StateLine
{
    public string? Table { get; init; }

    public string? Pk { get; init; }

    public string? Rk { get; init; }

    /// <summary>A change without it removes the row.</summary>
    public string? Content { get; init; }

    public int? Tables { get; init; }

    public long? Rows { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>Where the next page begins.</summary>
    public string? After { get; init; }

    public static StateLine Of(StateChange change) => new() { Table = change.Table, Pk = change.PartitionKey, Rk = change.RowKey, Content = change.Content };

    /// <summary>Null for the end of something.</summary>
    public StateChange? ToChange() => this is { Table: { } table, Pk: { } partitionKey, Rk: { } rowKey } ? new(table, partitionKey, rowKey, Content) : null;
}
