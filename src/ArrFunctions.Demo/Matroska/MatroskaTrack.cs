namespace ArrFunctions.Demo.Matroska;

/// <summary>What a TrackEntry shall look like (RFC 9559, 5.1.4.1).</summary>
public sealed record MatroskaTrack
{
    public required MatroskaTrackType Type { get; init; }

    public required string CodecId { get; init; }

    /// <summary>Null leaves TrackNumber to the writer: 1, 2, 3 in file order.</summary>
    public ulong? Number { get; init; }

    /// <summary>ISO 639-2; null leaves the element out, which means <c>eng</c>.</summary>
    public string? Language { get; init; }

    public string? LanguageBcp47 { get; init; }

    public string? Name { get; init; }

    public int Channels { get; init; } = 2;

    /// <summary>Bytes of CodecPrivate, all zero; null leaves the element out.</summary>
    public int? CodecPrivateLength { get; init; }

    public Flag FlagEnabled { get; init; } = Flag.Absent;

    public Flag FlagDefault { get; init; } = Flag.Absent;

    public Flag FlagForced { get; init; } = Flag.Absent;

    public Flag FlagHearingImpaired { get; init; } = Flag.Absent;

    public Flag FlagVisualImpaired { get; init; } = Flag.Absent;

    public Flag FlagOriginal { get; init; } = Flag.Absent;

    public Flag FlagCommentary { get; init; } = Flag.Absent;

    public Flag FlagLacing { get; init; } = Flag.Absent;

    /// <summary>FlagDefault as the last element but the Void, instead of early on.</summary>
    public bool FlagDefaultLast { get; init; }

    /// <summary>Bytes of the TrackEntry's size coding; 0 takes as few as possible.</summary>
    public int SizeLength { get; init; }

    /// <summary>The same for the Audio or Video element within.</summary>
    public int SettingsSizeLength { get; init; }

    public bool Crc32 { get; init; }

    /// <summary>Total bytes of a Void at the end of the TrackEntry, from 2; 0 for none.</summary>
    public long VoidLength { get; init; }

    /// <summary>Further elements, before the Void.</summary>
    public IReadOnlyList<EbmlElement> Extra { get; init; } = [];

    public static MatroskaTrack Video() =>
        new() { Type = MatroskaTrackType.Video, CodecId = "V_UNCOMPRESSED" };

    public static MatroskaTrack Audio(string? language = null, Flag? isDefault = null) => new()
    {
        Type = MatroskaTrackType.Audio,
        CodecId = "A_PCM/INT/LIT",
        Language = language,
        FlagDefault = isDefault ?? Flag.Absent,
    };

    public static MatroskaTrack Subtitle(string? language = null, Flag? isDefault = null) => new()
    {
        Type = MatroskaTrackType.Subtitle,
        CodecId = "S_TEXT/UTF8",
        Language = language,
        FlagDefault = isDefault ?? Flag.Absent,
    };
}
