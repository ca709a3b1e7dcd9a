namespace ArrFunctions.Library.Analysis;

/// <summary>The changes of a week or month.</summary>
/// <param name="Name">2026-W47, 2026-11.</param>
/// <param name="From">Its first day.</param>
internal sealed record PeriodOfChanges(
    string Name, DateOnly From, int Added, int Upgraded, int Downgraded, int Replaced, int Removed, int RescoredUp, int RescoredDown, long Points, long RescoredPoints);
