using ArrFunctions.Demo.Matroska;

namespace ArrFunctions.Tests.Demo;

/// <summary>One file for each layout that the writer can make and that players accept.</summary>
internal static class MatroskaSpecimens
{
    public static readonly MatroskaTrack Japanese = MatroskaTrack.Audio("jpn", Flag.Clear) with
    {
        Name = "Japanese",
        Channels = 6,
        LanguageBcp47 = "ja",
    };

    public static readonly MatroskaTrack English = MatroskaTrack.Audio("eng");
    public static readonly MatroskaFile Plain = new() { Tracks = [MatroskaTrack.Video(), Japanese, English] };

    public static readonly IReadOnlyDictionary<string, MatroskaFile> All = new Dictionary<string, MatroskaFile>(StringComparer.Ordinal)
    {
        ["plain"] = Plain,
        ["audio only"] = Plain with { Tracks = [Japanese, English] },
        ["webm"] = Plain with { DocType = "webm" },
        ["subtitles"] = Plain with { Tracks = [.. Plain.Tracks, MatroskaTrack.Subtitle("eng", Flag.Clear)], Title = "A title" },
        ["every flag"] = Plain with
        {
            Tracks =
            [
                MatroskaTrack.Video(),
                Japanese with { FlagEnabled = Flag.Set, FlagLacing = Flag.Clear, FlagForced = Flag.Set, FlagOriginal = Flag.Set },
                English with { FlagCommentary = Flag.Set, FlagHearingImpaired = Flag.Set, FlagVisualImpaired = Flag.Set },
            ],
        },
        ["empty flag"] = Plain with { Tracks = [MatroskaTrack.Video(), Japanese with { FlagDefault = Flag.Empty }, English] },
        ["long flag"] = Plain with
        {
            Tracks = [MatroskaTrack.Video(), Japanese with { FlagDefault = Flag.Of(0, octets: 8, sizeLength: 8) }, English],
        },
        ["checksums"] = Plain with
        {
            TracksCrc32 = true,
            SegmentCrc32 = true,
            Tracks = [.. Plain.Tracks.Select(track => track with { Crc32 = true })],
        },
        ["voids"] = Plain with
        {
            VoidInTracks = 129,
            VoidAfterTracks = 2,
            Tracks = [.. Plain.Tracks.Select(track => track with { VoidLength = 3 })],
        },
        ["long sizes"] = Plain with
        {
            TracksSizeLength = 8,
            VoidAfterTracks = 40,
            VoidAfterTracksSizeLength = 8,
            Tracks = [.. Plain.Tracks.Select(track => track with { SizeLength = 5, SettingsSizeLength = 3 })],
        },
        ["private data"] = Plain with { Tracks = [MatroskaTrack.Video(), Japanese with { CodecPrivateLength = 100_000 }, English] },
        ["unknown size Segment"] = Plain with { UnknownSizeSegment = true },
        ["unknown size Segment and clusters"] = Plain with { UnknownSizeSegment = true, UnknownSizeClusters = true },
        ["no SeekHead"] = Plain with { SeekHead = SeekHeadLayout.None },
        ["chained SeekHead"] = Plain with { SeekHead = SeekHeadLayout.Chained },
        ["Tracks at the end"] = Plain with { TracksAtEnd = true },
        ["Tracks at the end, chained SeekHead"] = Plain with { TracksAtEnd = true, SeekHead = SeekHeadLayout.Chained },
        ["5 GB of Void"] = Plain with { TotalSize = 5_000_000_000 },
        ["5 GB of block"] = Plain with { TotalSize = 5_000_000_000, Padding = PaddingKind.Block },
        ["5 GB of block before Tracks"] = Plain with { TotalSize = 5_000_000_000, Padding = PaddingKind.Block, TracksAtEnd = true },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>
    /// Without the empty FlagDefault, which mkvmerge takes for 0 against RFC 8794, 6.1, and without elements of gigabytes, which it
    /// walks through byte by byte.
    /// </summary>
    public static TheoryData<string> NamesForMkvmerge =>
        [.. All.Where(file => file.Key is not "empty flag" && file.Value.TotalSize is null).Select(file => file.Key)];
}
