namespace ArrFunctions.Library;

/// <summary>A movie, or the first episode that a file holds: what stays the same when a file is replaced.</summary>
/// <param name="TitleId">Id of the movie or series at its instance.</param>
/// <param name="EpisodeId">Id of the episode; 0 for a movie.</param>
public readonly record struct ItemKey(int TitleId, int EpisodeId = 0);
