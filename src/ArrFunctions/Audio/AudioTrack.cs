using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>One audio track as its container describes it.</summary>
public sealed record AudioTrack
{
    /// <summary>Place among the audio tracks of the file, counted from 0 in file order.</summary>
    public required int Position { get; init; }

    /// <summary>Matroska TrackNumber (RFC 9559, 5.1.4.1.1) or MP4 track_ID (ISO 14496-12, 8.3.2).</summary>
    public required ulong Number { get; init; }

    public required LanguageTag Language { get; init; }

    /// <summary>Matroska Name; MP4 track name, else a handler name that says something.</summary>
    public string? Title { get; init; }

    /// <summary>Lower-case short name: <c>aac</c>, <c>ac3</c>, <c>eac3</c>, <c>dts</c>, <c>truehd</c>, <c>flac</c>, <c>opus</c>; else the container's own identifier.</summary>
    public required string Codec { get; init; }

    /// <summary>Number of channels, LFE included (5.1 is 6); 0 when the container does not tell.</summary>
    public required int Channels { get; init; }

    public required AudioTrackFlags Flags { get; init; }

    public bool IsDefault => Flags.HasFlag(AudioTrackFlags.Default);
}
