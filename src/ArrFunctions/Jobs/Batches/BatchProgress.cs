namespace ArrFunctions.Jobs.Batches;

/// <summary>How far a batch has come.</summary>
/// <param name="Total">Files found; grows until <paramref name="IsPlanned"/>.</param>
/// <param name="IsPlanned">Whether all files are found.</param>
/// <param name="Counts">How many stand where; those that are found and not queued yet count as queued.</param>
/// <param name="Percent">From 0 to 100, of the files found so far.</param>
/// <param name="ItemsPerSecond">In the last minutes; null while nobody can tell.</param>
/// <param name="Eta">When it will be done if it goes on like this; null while nobody can tell.</param>
public sealed record BatchProgress(int Total, bool IsPlanned, BatchCounts Counts, double Percent, double? ItemsPerSecond, DateTimeOffset? Eta);
