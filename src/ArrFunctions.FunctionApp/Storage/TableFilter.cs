using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>Conditions on keys, as the Table service reads them (Querying tables and entities): OData, a quote within a text doubled.</summary>
internal static class TableFilter
{
    private const char End = '\u007f';

    public static string Row(string partitionKey, string rowKey) => $"{Partition(partitionKey)} and RowKey eq {Quote(rowKey)}";

    /// <summary>Null when no key is within the range.</summary>
    public static string? Range(string partitionKey, RowKeyRange range)
    {
        var lower = Printable(range.Lower);
        var upper = Printable(range.Upper);
        if (lower is null || (upper is not null && string.CompareOrdinal(lower, upper) >= 0))
        {
            return null;
        }

        return Partition(partitionKey)
            + (lower is "" ? "" : $" and RowKey ge {Quote(lower)}")
            + (upper is null ? "" : $" and RowKey lt {Quote(upper)}");
    }

    public static string RowsAfter(TableKeys keys) => $"{Partition(keys.PartitionKey)} and RowKey gt {Quote(keys.RowKey)}";

    public static string PartitionsAfter(string partitionKey) => $"PartitionKey gt {Quote(partitionKey)}";

    private static string Partition(string partitionKey) => $"PartitionKey eq {Quote(partitionKey)}";

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A bound without the control character that stands above all of a key, and that cuts the keys at the same place; null when it lies above all keys.</summary>
    private static string? Printable(string bound)
    {
        // No key has that character: what follows a~ and stands before a DEL is what stands before b.
        for (var end = bound.IndexOf(End, StringComparison.Ordinal); end >= 0; end = bound.IndexOf(End, StringComparison.Ordinal))
        {
            if (end is 0)
            {
                return null;
            }

            bound = bound[..(end - 1)] + (char)(bound[end - 1] + 1);
        }

        return bound;
    }
}
