namespace ArrFunctions.Jobs;

/// <summary>How far a job has come.</summary>
/// <param name="Percent">From 0 to 100.</param>
/// <param name="Until">When it will be done if it goes on like this; null while nobody can tell.</param>
public sealed record JobProgress(int Percent, DateTimeOffset? Until);
