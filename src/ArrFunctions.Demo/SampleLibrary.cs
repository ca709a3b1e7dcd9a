using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;
using static ArrFunctions.Demo.Servarr.ServarrLanguage;

namespace ArrFunctions.Demo;

/// <summary>
/// A few films and an episode of invented titles, one second each, whose default audio tracks are what real libraries get wrong.
/// </summary>
public static class SampleLibrary
{
    private const int OneSecond = 1000 / MatroskaWriter.ClusterMilliseconds;

    /// <summary>The dub is the default, the original is there.</summary>
    public static readonly SampleFile DubFirst = new("The Paper Lighthouse (2019)", "The Paper Lighthouse (2019) [1080p].mkv", Matroska(
        MatroskaTrack.Audio("ger", Flag.Set) with { Name = "Deutsch" },
        MatroskaTrack.Audio("eng", Flag.Clear) with { Name = "English", FlagOriginal = Flag.Set, Channels = 6 }))
    {
        Title = "The Paper Lighthouse",
        Year = 2019,
        OriginalLanguage = English,
        Languages = [German, English],
    };

    /// <summary>The commentary comes first and has no flag, which means default.</summary>
    public static readonly SampleFile CommentaryFirst = new("Harbour of Tin (2016)", "Harbour of Tin (2016) [1080p].mkv", Matroska(
        MatroskaTrack.Audio("eng") with { Name = "Commentary by the director", FlagCommentary = Flag.Set },
        MatroskaTrack.Audio("eng", Flag.Clear) with { Name = "Surround", Channels = 6 }))
    {
        Title = "Harbour of Tin",
        Year = 2016,
        OriginalLanguage = English,
        Languages = [English],
    };

    public static readonly SampleFile AlreadyRight = new("Nine Quiet Orchards (2021)", "Nine Quiet Orchards (2021) [720p].mkv", Matroska(
        MatroskaTrack.Audio("eng", Flag.Set),
        MatroskaTrack.Audio("fre", Flag.Clear)))
    {
        Title = "Nine Quiet Orchards",
        Year = 2021,
        OriginalLanguage = English,
        Languages = [English, French],
    };

    /// <summary>One language, and hardly anybody's: a dub of a Danish film.</summary>
    public static readonly SampleFile NobodysLanguage = new("Saltwater Almanac (2008)", "Saltwater Almanac (2008) [480p].mkv", Matroska(
        MatroskaTrack.Audio("ice", Flag.Set) with { LanguageBcp47 = "is" }))
    {
        Title = "Saltwater Almanac",
        Year = 2008,
        OriginalLanguage = Danish,
        Languages = [Icelandic],
    };

    /// <summary>No flag on any track: all are default.</summary>
    public static readonly SampleFile NoFlags = new("Lamplight Ferry", "Season 01/Lamplight Ferry - S01E01 - Low Water [1080p].mkv", Matroska(
        MatroskaTrack.Audio("jpn") with { LanguageBcp47 = "ja" },
        MatroskaTrack.Audio("eng") with { LanguageBcp47 = "en" }))
    {
        Title = "Lamplight Ferry",
        Year = 2020,
        OriginalLanguage = Japanese,
        Languages = [Japanese, English],
        Episode = new(1, 1, "Low Water"),
    };

    /// <summary>The second language is the original one, and the file is one that a torrent is likely to seed.</summary>
    public static readonly SampleFile Seeded = new("A Winter for Cartographers (2017)", "A.Winter.for.Cartographers.2017.1080p.WEB-DL.mkv", Matroska(
        MatroskaTrack.Audio("eng", Flag.Set),
        MatroskaTrack.Audio("fre", Flag.Clear) with { FlagOriginal = Flag.Set }))
    {
        Title = "A Winter for Cartographers",
        Year = 2017,
        OriginalLanguage = French,
        Languages = [English, French],
    };

    /// <summary>Both tracks are enabled and belong to no group.</summary>
    public static readonly SampleFile BothEnabled = new("A Field Guide to Echoes (2014)", "A Field Guide to Echoes (2014) [1080p].mp4", path => Mp4Writer.Write(
        new Mp4File { Tracks = [Mp4Track.Video(), Mp4Track.Audio("spa"), Mp4Track.Audio("eng") with { Channels = 6 }] }, path))
    {
        Title = "A Field Guide to Echoes",
        Year = 2014,
        OriginalLanguage = Spanish,
        Languages = [Spanish, English],
    };

    public static IReadOnlyList<SampleFile> Files { get; } = [DubFirst, CommentaryFirst, AlreadyRight, NobodysLanguage, NoFlags, Seeded, BothEnabled];

    /// <summary>Writes all files, over any of the same name; gives their full paths.</summary>
    public static IReadOnlyList<string> Write(string folder) => [.. Files.Select(file => file.Write(folder))];

    private static Action<string> Matroska(params MatroskaTrack[] audio) => path => MatroskaWriter.Write(
        new MatroskaFile { Tracks = [MatroskaTrack.Video(), .. audio], Clusters = OneSecond, VoidAfterTracks = 100 }, path);
}
