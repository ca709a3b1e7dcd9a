using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Tests.Demo;

/// <summary>One file for each layout that the writer can make and that players accept.</summary>
internal static class Mp4Specimens
{
    public static readonly Mp4Track Japanese = Mp4Track.Audio("jpn", enabled: false, alternateGroup: 1) with { Channels = 6 };
    public static readonly Mp4Track English = Mp4Track.Audio("eng", enabled: true, alternateGroup: 1);
    public static readonly Mp4File Plain = new() { Tracks = [Mp4Track.Video(), Japanese, English] };

    public static readonly IReadOnlyDictionary<string, Mp4File> All = new Dictionary<string, Mp4File>(StringComparer.Ordinal)
    {
        ["plain"] = Plain,
        ["audio only"] = Plain with { Brand = "M4A ", Tracks = [Japanese, English] },
        ["moov at the end"] = Plain with { MovieAtEnd = true },
        ["moov at the end, to the end"] = Plain with { MovieAtEnd = true, LastSizeZero = true },
        ["mdat to the end"] = Plain with { LastSizeZero = true },
        ["64-bit times"] = Plain with { Brand = "M4V ", Tracks = [.. Plain.Tracks.Select(track => track with { HeaderVersion = 1 })] },
        ["64-bit sizes"] = Plain with
        {
            LargeSizes = new HashSet<string>(StringComparer.Ordinal) { "moov", "mdat", "trak", "tkhd", "mdia", "hdlr" },
        },
        ["fragmented"] = Plain with { Fragmented = true },
        ["two moov"] = Plain with { SecondMovie = true },
        ["QuickTime"] = Plain with
        {
            Brand = "qt  ",
            Tracks =
            [
                Mp4Track.Video(),
                Japanese with { Format = "sowt", LanguageCode = 11 },
                English with { Format = "twos" },
                Mp4Track.TimeCode(),
            ],
        },
        ["cmov"] = Plain with { Brand = "qt  ", CompressedMovie = true },
        ["encrypted"] = Plain with { Tracks = [Mp4Track.Video(), Japanese, English with { Encrypted = true }] },
        ["references"] = Plain with
        {
            Tracks =
            [
                Mp4Track.Video() with { References = [new("chap", 4), new("tmcd", 5)] },
                Japanese with { References = [new("fall", 3), new("chap", 4)] },
                English with { References = [new("folw", 2)] },
                Mp4Track.Chapters(),
                Mp4Track.TimeCode(),
            ],
        },
        ["5 GB"] = Plain with { TotalSize = 5_000_000_000 },
        ["5 GB before moov"] = Plain with { TotalSize = 5_000_000_000, MovieAtEnd = true },
        ["5 GB fragmented"] = Plain with { TotalSize = 5_000_000_000, Fragmented = true },
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
