using System.Runtime.CompilerServices;

namespace ArrFunctions.Platform;

/// <summary>Reading across pages.</summary>
public static class TableStoreExtensions
{
    /// <summary>Every row of a range, read page by page as it is enumerated.</summary>
    public static async IAsyncEnumerable<TableRow> ReadAllAsync(
        this ITableStore store,
        string table,
        string partitionKey,
        RowKeyRange range,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? continuation = null;
        do
        {
            var page = await store.ListAsync(table, partitionKey, range, TableRules.MaxPageRows, continuation, cancellationToken);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
