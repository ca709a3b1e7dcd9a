using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ArrFunctions.Audio.Rules;

/// <summary>What a person gives to tracks with a trait (<c>Audio:Scores</c>): <c>codec:truehd=50</c>, <c>title:"director's cut"=-5</c>.</summary>
internal sealed record TrackPoints(TrackTrait Trait, int Points)
{
    private const int Most = 10_000;

    public static bool TryRead(string text, [MaybeNullWhen(false)] out TrackPoints points)
    {
        var (colon, equals) = (text.IndexOf(':', StringComparison.Ordinal), text.LastIndexOf('='));
        points = colon > 0 && equals > colon
            && TraitOf(text[..colon].Trim(), Unquoted(text[(colon + 1)..equals].Trim())) is { } trait
            && int.TryParse(text.AsSpan(equals + 1), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
            && number is >= -Most and <= Most
                ? new(trait, number)
                : null;
        return points is not null;
    }

    private static TrackTrait? TraitOf(string kind, string value) => value.Length == 0 ? null : kind.ToUpperInvariant() switch
    {
        "CODEC" => AudioSettingKinds.Codec.TryRead(value, out var codec) ? new TrackTrait.Codec(codec) : null,
        "CHANNELS" => AudioSettingKinds.ChannelCount.TryRead(value, out var count) ? new TrackTrait.Channels(count) : null,
        "TITLE" => value.Any(char.IsLetterOrDigit) ? new TrackTrait.Title(value) : null,
        "LANGUAGE" => AudioSettingKinds.Language.TryRead(value, out var tag) ? new TrackTrait.Language(tag) : null,
        _ => null,
    };

    private static string Unquoted(string value) => value is ['"', _, .., '"'] ? value[1..^1].Trim() : value;
}
