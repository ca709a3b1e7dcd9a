namespace ArrFunctions.Platform;

/// <summary>A change found its row otherwise than it expected; nothing of its batch was applied.</summary>
public sealed class TableConflictException(string table, string partitionKey, string rowKey, TableConflict conflict)
    : Exception($"Row '{rowKey}' in partition '{partitionKey}' of table '{table}' {Describe(conflict)}; nothing of the batch was applied.")
{
    public string Table { get; } = table;

    public string PartitionKey { get; } = partitionKey;

    public string RowKey { get; } = rowKey;

    public TableConflict Conflict { get; } = conflict;

    private static string Describe(TableConflict conflict) => conflict switch
    {
        TableConflict.RowExists => "exists already",
        TableConflict.RowMissing => "does not exist",
        _ => "has changed since it was read",
    };
}
