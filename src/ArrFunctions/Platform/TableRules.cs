using System.Text;

namespace ArrFunctions.Platform;

/// <summary>What every table store accepts, checked here and nowhere else, so that a feature runs on all of them.</summary>
/// <remarks>
/// The rules are those of Azure Table Storage (Understanding the Table service data model): keys of at most 1 KiB in UTF-16 without
/// <c>/ \ # ?</c> and control characters, table names of 3 to 63 letters and digits that ignore case, 1 MiB an entity,
/// 100 changes and 4 MiB a batch. Keys are ASCII, so that ordinal order is the same everywhere.
/// </remarks>
public static class TableRules
{
    /// <summary>Content of a row, in bytes of UTF-8: an entity of 1 MiB holds its strings in UTF-16, and needs room for keys.</summary>
    public const int MaxContentBytes = 256 * 1024;

    /// <summary>Content of all changes of a batch, in bytes of UTF-8: on the wire a batch has 4 MiB, and JSON in JSON grows by its escapes.</summary>
    public const int MaxBatchBytes = 1024 * 1024;

    public const int MaxBatchChanges = 100;

    public const int MaxPageRows = 1000;

    public const int MaxKeyLength = 512;

    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 63 || !table.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetter(table[0]))
        {
            throw new ArgumentException($"The table name '{table}' is not 3 to 63 ASCII letters and digits that begin with a letter.", nameof(table));
        }

        if (table.Equals("tables", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("The table name 'tables' is reserved.", nameof(table));
        }
    }

    public static void CheckKeys(string partitionKey, string rowKey)
    {
        CheckPartition(partitionKey);
        CheckKey("row key", rowKey, nameof(rowKey));
    }

    public static void CheckList(string table, string partitionKey, RowKeyRange range, int limit, string? continuation)
    {
        CheckTable(table);
        CheckPartition(partitionKey);
        CheckLimit(limit);

        // A bound may be the end of a prefix, one above a character of a key.
        if (!range.Lower.All(IsPrintableOrEnd) || !range.Upper.All(IsPrintableOrEnd))
        {
            throw new ArgumentException("The ends of a range of row keys are printable ASCII.", nameof(range));
        }

        if (continuation is not null)
        {
            CheckKey("continuation", continuation, nameof(continuation));
        }
    }

    public static void CheckScan(string table, int limit, TableKeys? after)
    {
        CheckTable(table);
        CheckLimit(limit);
        if (after is not null)
        {
            CheckKeys(after.PartitionKey, after.RowKey);
        }
    }

    /// <summary>Checks a batch and tells the size of its content in bytes of UTF-8.</summary>
    public static int CheckBatch(string table, string partitionKey, IReadOnlyList<TableChange> changes)
    {
        CheckTable(table);
        CheckPartition(partitionKey);
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is < 1 or > MaxBatchChanges)
        {
            throw new ArgumentException($"A batch has 1 to {MaxBatchChanges} changes, this one has {changes.Count}.", nameof(changes));
        }

        var rows = new HashSet<string>(StringComparer.Ordinal);
        var total = 0;
        foreach (var change in changes)
        {
            total += CheckChange(change);
            if (!rows.Add(change.RowKey))
            {
                throw new ArgumentException($"Row '{change.RowKey}' comes twice in one batch.", nameof(changes));
            }
        }

        return total <= MaxBatchBytes
            ? total
            : throw new ArgumentException($"The content of a batch is at most {MaxBatchBytes} bytes of UTF-8, here {total}.", nameof(changes));
    }

    private static int CheckChange(TableChange change)
    {
        CheckKey("row key", change.RowKey, nameof(change));
        if (change is TableChange.Replace { ETag: null or "" or "*" } or TableChange.Delete { ETag: "" or "*" })
        {
            throw new ArgumentException($"The change of row '{change.RowKey}' needs the ETag that was read.", nameof(change));
        }

        if (change is TableChange.Delete)
        {
            return 0;
        }

        var bytes = string.IsNullOrEmpty(change.NewContent)
            ? throw new ArgumentException($"The content of row '{change.RowKey}' is empty.", nameof(change))
            : Encoding.UTF8.GetByteCount(change.NewContent);
        return bytes <= MaxContentBytes
            ? bytes
            : throw new ArgumentException(
                $"The content of row '{change.RowKey}' is {bytes} bytes of UTF-8, the limit is {MaxContentBytes}.", nameof(change));
    }

    private static void CheckLimit(int limit)
    {
        if (limit is < 1 or > MaxPageRows)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, $"A page has 1 to {MaxPageRows} rows.");
        }
    }

    private static void CheckPartition(string partitionKey) => CheckKey("partition key", partitionKey, nameof(partitionKey));

    private static void CheckKey(string what, string key, string argument)
    {
        ArgumentNullException.ThrowIfNull(key, argument);
        if (key.Length is < 1 or > MaxKeyLength)
        {
            throw new ArgumentException($"A {what} has 1 to {MaxKeyLength} characters, this one has {key.Length}.", argument);
        }

        if (!key.All(IsKeyCharacter))
        {
            throw new ArgumentException($"The {what} '{key}' holds something else than printable ASCII without / \\ # ?.", argument);
        }
    }

    private static bool IsKeyCharacter(char character) => character is >= ' ' and <= '~' and not ('/' or '\\' or '#' or '?');

    private static bool IsPrintableOrEnd(char character) => character is >= ' ' and <= '\u007f';
}
