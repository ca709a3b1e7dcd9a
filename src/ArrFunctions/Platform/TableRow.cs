using System.Globalization;

namespace ArrFunctions.Platform;

/// <summary>One row as it was read.</summary>
/// <param name="PartitionKey">The partition.</param>
/// <param name="RowKey">The key within the partition; rows are ordered by it, ordinally.</param>
/// <param name="Content">A JSON document of a feature's own type.</param>
/// <param name="ETag">Differs after every write, also when a row is deleted and inserted again. Opaque.</param>
public sealed record TableRow(string PartitionKey, string RowKey, string Content, string ETag)
{
    /// <summary>A tag that no other write has: 63 random bits.</summary>
    internal static string NewETag() => Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
}
