namespace ArrFunctions.Audio.Rewrites;

/// <summary>What ffprobe tells of a file.</summary>
/// <param name="Duration">Null where it does not know.</param>
/// <param name="Chapters">Each with its beginning and its title.</param>
internal sealed record MediaFacts(
    TimeSpan? Duration, IReadOnlyList<StreamFacts> Streams, IReadOnlyList<string> Chapters, IReadOnlyDictionary<string, string> Tags);
