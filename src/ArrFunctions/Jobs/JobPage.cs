namespace ArrFunctions.Jobs;

/// <summary>A page of jobs, in the order of their list.</summary>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record JobPage(IReadOnlyList<Job> Jobs, string? Cursor);
