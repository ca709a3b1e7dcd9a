namespace ArrFunctions.Demo.Mp4;

/// <summary>What a <c>trak</c> shall look like (ISO 14496-12, 8.3; QuickTime File Format, track atoms).</summary>
public sealed record Mp4Track
{
    /// <summary>Macintosh language code 32767: unspecified.</summary>
    public const int UnspecifiedLanguage = 0x7FFF;

    public required Mp4TrackType Type { get; init; }

    /// <summary>
    /// Type of the sample entry: <c>mp4a</c> (silent AAC), <c>sowt</c> or <c>twos</c> (silent PCM), <c>jpeg</c>; any other gets
    /// zeros for frames.
    /// </summary>
    public required string Format { get; init; }

    /// <summary>Null leaves track_ID to the writer: 1, 2, 3 in file order.</summary>
    public int? Id { get; init; }

    /// <summary>Version of <c>tkhd</c> and <c>mdhd</c>: 1 has times of 64 bits.</summary>
    public int HeaderVersion { get; init; }

    /// <summary>All 24 bits of tkhd.flags.</summary>
    public int Flags { get; init; } = 7;

    public int AlternateGroup { get; init; }

    /// <summary>ISO 639-2/T, for the packed code in <c>mdhd</c>.</summary>
    public string Language { get; init; } = "und";

    /// <summary>
    /// The code itself, for Macintosh codes (English 0, Japanese 11) and <see cref="UnspecifiedLanguage"/>; wins over
    /// <see cref="Language"/>.
    /// </summary>
    public int? LanguageCode { get; init; }

    /// <summary>BCP 47 tag of an <c>elng</c> box; null for none.</summary>
    public string? ExtendedLanguage { get; init; }

    /// <summary>The <c>name</c> in the track's <c>udta</c>; null for none.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<Mp4Kind> Kinds { get; init; } = [];

    /// <summary>Name in <c>hdlr</c>; null takes the usual one of the type.</summary>
    public string? HandlerName { get; init; }

    public IReadOnlyList<Mp4Reference> References { get; init; } = [];

    public int Channels { get; init; } = 2;

    /// <summary>The sample entry becomes <c>enca</c> or <c>encv</c> with a <c>sinf</c> that names <see cref="Format"/>.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Further boxes at the end of the <c>trak</c>.</summary>
    public IReadOnlyList<Mp4Box> Extra { get; init; } = [];

    public static Mp4Track Video() => new() { Type = Mp4TrackType.Video, Format = "jpeg" };

    public static Mp4Track Audio(string language = "und", bool enabled = true, int alternateGroup = 0) => new()
    {
        Type = Mp4TrackType.Audio,
        Format = "mp4a",
        Language = language,
        Flags = enabled ? 7 : 6,
        AlternateGroup = alternateGroup,
    };

    /// <summary>A text track, not enabled, as writers of chapters make it.</summary>
    public static Mp4Track Chapters() => new() { Type = Mp4TrackType.Text, Format = "text", Flags = 2 };

    public static Mp4Track TimeCode() => new() { Type = Mp4TrackType.TimeCode, Format = "tmcd", Flags = 3 };
}
