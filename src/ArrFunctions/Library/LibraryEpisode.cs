namespace ArrFunctions.Library;

/// <summary>An episode that a file holds.</summary>
/// <param name="Id">At its instance.</param>
public sealed record LibraryEpisode(int Id, int Season, int Number, string? Title = null, bool IsMonitored = true, DateTimeOffset? Aired = null);
