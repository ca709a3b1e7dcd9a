namespace ArrFunctions.Platform;

/// <summary>Some rows of a range, in ordinal order of their row keys.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Continuation">Opaque, for the next page; null when this was the last.</param>
public sealed record TablePage(IReadOnlyList<TableRow> Rows, string? Continuation);
