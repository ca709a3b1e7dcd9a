using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Audio;

/// <summary>The kinds of values that the section <c>Audio</c> and its rules have.</summary>
internal static class AudioSettingKinds
{
    /// <summary>A language as a person or an *arr names it.</summary>
    public static SettingKind<LanguageTag> Language { get; } = new(
        "is no language; write a code (ja, jpn, pt-BR) or an English name (Japanese)", LanguageTag.TryParse)
    {
        Objection = static text => LanguageSpelling.Nearest(text) is { } near ? $"is no language; did you mean {near}?" : null,
    };

    /// <summary>The short names of codecs; case does not count.</summary>
    public static SettingKind<string> Codec { get; } = new("is no codec; write its short name, such as truehd, dts, eac3, ac3 or aac", TryReadCodec);

    /// <summary>A number of channels, or the way people write it: 5.1 is 6.</summary>
    public static SettingKind<int> ChannelCount { get; } = new("is no number of channels; write 2, 6 or 5.1", TryReadChannels);

    public static SettingKind<TrackPoints> Score { get; } = new(
        "is no score; write codec:truehd=50, channels:7.1=20, title:atmos=30, title:\"director's cut\"=-5 or language:fr-CA=100, with -10000 to 10000 points",
        TrackPoints.TryRead)
    {
        Split = static text => SettingList.Split(text, '"', '"'),
    };

    /// <summary>A pattern of paths; its commas stand in braces.</summary>
    public static SettingKind<Glob> Glob { get; } = new("is no pattern", TryReadGlob)
    {
        Split = static text => SettingList.Split(text, '{', '}'),
        Objection = static text => Rules.Glob.TryParse(text, out var fault) is null ? $"is no pattern of paths: it {fault}" : null,
    };

    /// <summary>The label of a tag; Sonarr and Radarr keep it in lower case.</summary>
    public static SettingKind<string> Tag { get; } = SettingKinds.Text("is no label of a tag: it has a control character in it", static text => !text.Any(char.IsControl));

    public static SettingKind<MediaKind> Kind { get; } = new("is none of movie, series", TryReadKind)
    {
        Show = static kind => kind.ToString().ToLowerInvariant(),
        Shape = new() { Values = ["movie", "series"] },
    };

    /// <summary>The original language as somebody named it; null for "Any", "Original" and "Unknown", which are no answer.</summary>
    public static bool TryReadOriginalLanguage(string? text, out LanguageTag? language)
    {
        language = null;
        return text?.Trim().ToUpperInvariant() is null or "ANY" or "ORIGINAL" or "UNKNOWN" || Language.TryRead(text, out language);
    }

    /// <summary>Whether a text says that there is no value where the default is one.</summary>
    public static bool IsNone(string? text) => "none".Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool TryReadGlob(string text, [MaybeNullWhen(false)] out Glob value) => (value = Rules.Glob.TryParse(text, out _)) is not null;

    private static bool TryReadKind(string text, out MediaKind value)
    {
        value = text.ToUpperInvariant() switch { "MOVIE" => MediaKind.Movie, "SERIES" => MediaKind.Series, _ => MediaKind.Unknown };
        return value is not MediaKind.Unknown;
    }

    private static bool TryReadCodec(string text, out string value) => (value = text.ToLowerInvariant()).All(character => character is > ' ' and <= '~');

    private static bool TryReadChannels(string text, out int value)
    {
        var parts = text.Split('.');
        var counts = Array.ConvertAll(parts, part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 64 ? count : -1);
        value = counts.Sum();
        return parts.Length <= 3 && !counts.Contains(-1) && value > 0;
    }
}
