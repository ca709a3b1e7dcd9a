using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Demo;

/// <summary>
/// A few films and an episode of invented titles, one second each, whose default audio tracks are what real libraries get wrong.
/// </summary>
public static class SampleLibrary
{
    private const int OneSecond = 1000 / MatroskaWriter.ClusterMilliseconds;

    private static readonly (string Path, MatroskaFile File)[] MatroskaFiles =
    [
        // The dub is the default, the original is there.
        ("The Paper Lighthouse (2019)/The Paper Lighthouse (2019) [1080p].mkv", Film(
            MatroskaTrack.Audio("ger", Flag.Set) with { Name = "Deutsch" },
            MatroskaTrack.Audio("eng", Flag.Clear) with { Name = "English", FlagOriginal = Flag.Set, Channels = 6 })),

        // The commentary comes first and has no flag, which means default.
        ("Harbour of Tin (2016)/Harbour of Tin (2016) [1080p].mkv", Film(
            MatroskaTrack.Audio("eng") with { Name = "Commentary by the director", FlagCommentary = Flag.Set },
            MatroskaTrack.Audio("eng", Flag.Clear) with { Name = "Surround", Channels = 6 })),

        // Already right.
        ("Nine Quiet Orchards (2021)/Nine Quiet Orchards (2021) [720p].mkv", Film(
            MatroskaTrack.Audio("eng", Flag.Set),
            MatroskaTrack.Audio("fre", Flag.Clear))),

        // One language, and hardly anybody's.
        ("Saltwater Almanac (2008)/Saltwater Almanac (2008) [480p].mkv", Film(
            MatroskaTrack.Audio("ice", Flag.Set) with { LanguageBcp47 = "is" })),

        // No flag on any track: all are default.
        ("Lamplight Ferry/Season 01/Lamplight Ferry - S01E01 - Low Water [1080p].mkv", Film(
            MatroskaTrack.Audio("jpn") with { LanguageBcp47 = "ja" },
            MatroskaTrack.Audio("eng") with { LanguageBcp47 = "en" })),
    ];

    private static readonly (string Path, Mp4File File)[] Mp4Files =
    [
        // Both tracks are enabled and belong to no group.
        ("A Field Guide to Echoes (2014)/A Field Guide to Echoes (2014) [1080p].mp4", new Mp4File
        {
            Tracks = [Mp4Track.Video(), Mp4Track.Audio("spa"), Mp4Track.Audio("eng") with { Channels = 6 }],
        }),
    ];

    /// <summary>Writes the files, over any of the same name; gives their full paths.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        List<string> paths = [];
        foreach (var (path, file) in MatroskaFiles)
        {
            MatroskaWriter.Write(file, Prepare(path));
        }

        foreach (var (path, file) in Mp4Files)
        {
            Mp4Writer.Write(file, Prepare(path));
        }

        return paths;

        string Prepare(string path)
        {
            var full = Path.GetFullPath(Path.Combine(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            paths.Add(full);
            return full;
        }
    }

    private static MatroskaFile Film(params MatroskaTrack[] audio) => new()
    {
        Tracks = [MatroskaTrack.Video(), .. audio],
        Clusters = OneSecond,
        VoidAfterTracks = 100,
    };
}
