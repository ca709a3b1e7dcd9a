using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>The one order in which rows are read, written and compared: by table, whose name ignores case, then by partition key and row key, ordinally.</summary>
internal static class StateOrder
{
    public static StringComparer Tables => StringComparer.OrdinalIgnoreCase;

    public static int Compare((string Table, string PartitionKey, string RowKey) left, (string Table, string PartitionKey, string RowKey) right) =>
        Tables.Compare(left.Table, right.Table) is not 0 and var tables ? tables
        : string.CompareOrdinal(left.PartitionKey, right.PartitionKey) is not 0 and var partitions ? partitions
        : string.CompareOrdinal(left.RowKey, right.RowKey);

    public static (string Table, string PartitionKey, string RowKey) Key(this StateRow row) => (row.Table, row.PartitionKey, row.RowKey);

    public static (string Table, string PartitionKey, string RowKey) Key(this StateChange change) => (change.Table, change.PartitionKey, change.RowKey);

    /// <summary>Refuses what no store takes, and what is out of order.</summary>
    /// <param name="change">The row.</param>
    /// <param name="before">The row before it; null for the first one.</param>
    /// <exception cref="StateFileException">It is told what is wrong.</exception>
    public static void Check(StateChange change, StateChange? before)
    {
        try
        {
            TableRules.CheckTable(change.Table);
            TableRules.CheckKeys(change.PartitionKey, change.RowKey);
        }
        catch (ArgumentException wrong)
        {
            throw new StateFileException($"A row cannot be kept: {wrong.Message}", wrong);
        }

        if (!StateTables.Moves(change.Table))
        {
            throw new StateFileException($"The table {change.Table} belongs to its host and does not move.");
        }

        if (change.Content is "" || (change.Content is { } content && Encoding.UTF8.GetByteCount(content) > TableRules.MaxContentBytes))
        {
            throw new StateFileException($"Row '{change.RowKey}' in partition '{change.PartitionKey}' of table {change.Table} is empty, or larger than a row can be.");
        }

        if (before is not null && Compare(before.Key(), change.Key()) >= 0)
        {
            throw new StateFileException($"Row '{change.RowKey}' in partition '{change.PartitionKey}' of table {change.Table} is not in its place.");
        }
    }
}
