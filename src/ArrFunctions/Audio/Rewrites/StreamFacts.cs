namespace ArrFunctions.Audio.Rewrites;

/// <summary>What ffprobe tells of one stream.</summary>
/// <param name="Shape">What it is made of: type, codec, channels, rate, width and height.</param>
/// <param name="Looks">How it is to be shown or heard, where the file says so: colours, aspect ratio, rotation, HDR data.</param>
/// <param name="Dispositions">Names of those that are set.</param>
internal sealed record StreamFacts(
    string Type, string Shape, IReadOnlyDictionary<string, string> Looks, IReadOnlySet<string> Dispositions, IReadOnlyDictionary<string, string> Tags);
