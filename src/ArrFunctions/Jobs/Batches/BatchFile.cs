namespace ArrFunctions.Jobs.Batches;

/// <summary>A file that a batch found.</summary>
/// <param name="Size">Bytes.</param>
public sealed record BatchFile(string Path, long Size);
