namespace ArrFunctions.Audio.Rewrites;

/// <summary>What ffprobe tells of one stream.</summary>
/// <param name="Shape">What it is made of: type, codec, channels, rate, width and height.</param>
/// <param name="Dispositions">Names of those that are set.</param>
internal sealed record StreamFacts(string Type, string Shape, IReadOnlySet<string> Dispositions, IReadOnlyDictionary<string, string> Tags);
