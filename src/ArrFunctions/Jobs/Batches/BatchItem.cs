namespace ArrFunctions.Jobs.Batches;

/// <summary>Which item of which batch a job is.</summary>
/// <param name="Id">Of the batch.</param>
/// <param name="Page">From 0.</param>
/// <param name="Index">Within the page, from 0 to 199.</param>
public sealed record BatchItem(string Id, int Page, int Index);
