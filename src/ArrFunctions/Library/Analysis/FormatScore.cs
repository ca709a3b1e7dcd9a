namespace ArrFunctions.Library.Analysis;

/// <summary>A custom format with the points that a profile gives for it.</summary>
internal sealed record FormatScore(int Id, string Name, int Score);
