namespace ArrFunctions.Jobs.Batches;

/// <summary>A page of a batch: up to 200 of its files.</summary>
/// <param name="Number">From 0.</param>
public sealed record BatchPage(string BatchId, int Number);
