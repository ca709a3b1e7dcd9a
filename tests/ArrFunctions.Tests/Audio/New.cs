using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Audio;

/// <summary>Makes domain objects from only what a test is about.</summary>
internal static class New
{
    public static AudioTrack Track(
        string language, AudioTrackFlags flags = AudioTrackFlags.None, string? title = null, string codec = "aac", int channels = 2) => new()
    {
        Position = 0,
        Number = 1,
        Language = LanguageTag.Parse(language),
        Title = title,
        Codec = codec,
        Channels = channels,
        Flags = flags,
    };

    /// <summary>Numbers the tracks in the order they are given.</summary>
    public static List<AudioTrack> Tracks(params IEnumerable<AudioTrack> tracks) =>
        [.. tracks.Select((track, position) => track with { Position = position, Number = (ulong)position + 1 })];

    public static SelectionRules Rules(string? original = null, params string[] languages) => new()
    {
        OriginalLanguage = original is null ? null : LanguageTag.Parse(original),
        Languages = [.. languages.Select(LanguageTag.Parse)],
    };
}
