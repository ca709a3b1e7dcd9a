namespace ArrFunctions.Jobs.Batches;

/// <summary>A page of batches, newest first.</summary>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record BatchList(IReadOnlyList<BatchView> Batches, string? Cursor);
