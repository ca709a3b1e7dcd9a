using System.Collections.Frozen;

namespace ArrFunctions.Library.Analysis;

/// <summary>What the words of media info mean.</summary>
internal static class MediaKinds
{
    public const string Unknown = "unknown";

    public const string Sdr = "SDR";

    private static readonly FrozenSet<string> SmallSound =
        new[] { "AAC", "HE-AAC", "AAC-LC", "MP3", "MP2", "Opus", "Vorbis", "WMA", "Cook" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Beginnings, as a version or a profile may follow.</summary>
    private static readonly string[] OldVideo = ["XviD", "DivX", "DX50", "MPEG", "MSMPEG", "MP4V", "WMV", "RV", "H263", "H.263", "Sorenson", "Cinepak"];

    /// <summary>SDR where somebody looked and found nothing else.</summary>
    public static string DynamicRangeOf(LibraryMedia? media) => media is null ? Unknown : Known(media.DynamicRange) ?? Sdr;

    public static string VideoCodecOf(LibraryMedia? media) => Known(media?.VideoCodec) ?? Unknown;

    /// <summary>MPEG-1, MPEG-2, MPEG-4 part 2 by any of its names, and what was there before H.264.</summary>
    public static bool IsOldVideo(string? codec) =>
        Known(codec) is { } name
        && OldVideo.Any(old => name.StartsWith(old, StringComparison.OrdinalIgnoreCase))
        && !name.Contains("AVC", StringComparison.OrdinalIgnoreCase) && !name.Contains("HEVC", StringComparison.OrdinalIgnoreCase);

    /// <summary>Mono, stereo, or a codec made for small files; null: not known.</summary>
    public static bool? IsSmallSound(LibraryMedia? media) => (Known(media?.AudioCodec), media?.AudioChannels) switch
    {
        ({ } codec, _) when SmallSound.Contains(codec) => true,
        (_, > 0 and var channels) => channels <= 2,
        ({ }, _) => false,
        _ => null,
    };

    private static string? Known(string? word) => string.IsNullOrWhiteSpace(word) ? null : word.Trim();
}
