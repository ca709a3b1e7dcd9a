namespace ArrFunctions.Platform;

/// <summary>Rows of one partition whose keys begin with a prefix; what follows the prefix orders them among the rows of other slices.</summary>
internal readonly record struct TableSlice(string Table, string PartitionKey, string Prefix);

/// <summary>The next rows of several slices, in the ordinal order of what follows their prefixes.</summary>
/// <param name="Rows">The rows, each with the slice it lies in.</param>
/// <param name="Cursor">Where the next page begins; null when this was the last.</param>
internal sealed record MergedPage(IReadOnlyList<(TableSlice Slice, TableRow Row)> Rows, string? Cursor);
