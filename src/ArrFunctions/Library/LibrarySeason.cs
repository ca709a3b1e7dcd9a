namespace ArrFunctions.Library;

/// <summary>A season as Sonarr counts it.</summary>
/// <param name="Files">Episodes that have a file.</param>
/// <param name="Episodes">Episodes that have aired and are wanted, or have a file.</param>
/// <param name="Total">All of its episodes.</param>
public sealed record LibrarySeason(int Number, bool IsMonitored, int Files, int Episodes, int Total);
