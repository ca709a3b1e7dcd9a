using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Analysis;

/// <summary>Libraries, made from what a test is about.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same seed has to give the same libraries.")]
internal static class Shelf
{
    public static readonly LibraryMedia Media = new() { VideoCodec = "x265", Resolution = "1920x1080", AudioCodec = "EAC3", AudioChannels = 5.1m, Runtime = 6000 };

    public static ScoreProfile Profile(int id = 1, int cutoff = 10_000, int minimum = 0, bool isUpgradeAllowed = true, params int[] points) => new()
    {
        Id = id,
        Name = $"Profile {id}",
        CutoffScore = cutoff,
        MinScore = minimum,
        IsUpgradeAllowed = isUpgradeAllowed,
        Scores = points.Select((one, place) => (one, place)).ToDictionary(one => one.place + 1, one => one.one),
    };

    public static LibraryTitle Movie(int id, ScoreProfile profile) => new() { Id = id, Title = $"Demo {id}", ProfileId = profile.Id, Year = 2000 + (id % 20), IsMonitored = true };

    public static ScoredFile File(
        int id, ScoreProfile profile, int score, LibraryMedia? media = null, bool qualityCutoffNotMet = false, int resolution = 1080, long size = 6_000_000_000, bool isUnseen = false) => new()
        {
            Title = Movie(id, profile),
            Profile = profile,
            Score = score,
            Media = isUnseen ? null : media ?? Media,
            QualityCutoffNotMet = qualityCutoffNotMet,
            Quality = $"Bluray-{resolution}p",
            QualityResolution = resolution,
            Size = size,
        };

    public static ScoredFile Episode(int id, LibraryTitle series, ScoreProfile profile, int season, int score, string quality = "WEBDL-1080p", int number = 1) => new()
    {
        Title = series,
        Profile = profile,
        EpisodeId = id,
        Season = season,
        Episode = number,
        LastEpisode = number,
        Score = score,
        Quality = quality,
        QualityResolution = 1080,
        Media = Media,
        Size = 1000,
    };

    public static ScoredLibrary Of(params IReadOnlyList<ScoredFile> files) => new()
    {
        Instance = "demo",
        Service = files is [{ Season: >= 0 }, ..] ? ServarrService.Sonarr : ServarrService.Radarr,
        Profiles = files.Select(file => file.Profile).DistinctBy(profile => profile.Id).ToDictionary(profile => profile.Id),
        Formats = new Dictionary<int, ScoredFormat>(),
        Titles = [.. files.Select(file => file.Title).DistinctBy(title => title.Id)],
        Files = files,
    };

    public static LibraryHealth Health(params IReadOnlyList<ScoredFile> files) => Of(files) is var library ? HealthReport.Of(library, Figures.Of(library), []) : null!;

    public static UpgradeCandidate Candidate(ScoredFile file, CandidatePriority priority = CandidatePriority.Medium, FormatScore? worst = null, params CandidateBlock[] blocks) => new()
    {
        Item = file.Item,
        Name = file.Name,
        Rank = 1,
        Priority = priority,
        Score = file.Score,
        Profile = file.Profile.Name,
        Quality = file.Quality,
        Size = file.Size,
        Reasons = [CandidateReason.Score],
        Gain = 1,
        Blocks = blocks,
        Reason = "",
        Recommendation = "",
        WorstFormat = worst,
    };

    /// <summary>Anything that may stand on a shelf: several profiles, scales, unknown and odd media.</summary>
    /// <param name="times">By which all points are multiplied.</param>
    public static ScoredLibrary Any(int seed, int times = 1)
    {
        var random = new Random(seed);
        var scale = new[] { 1, 10, 1000 }[random.Next(3)];
        var profiles = Enumerable.Range(1, random.Next(1, 4)).Select(id => Profile(
            id, Points(0, 12), Points(-5, 3), random.Next(4) > 0, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Points(-10, 10))])).ToArray();
        return Of([.. Enumerable.Range(1, random.Next(1, 60)).Select(id =>
        {
            var resolution = Pick(0, 480, 576, 720, 1080, 2160);
            return File(id, profiles[random.Next(profiles.Length)], Points(-10, 12), AnyMedia(), random.Next(3) == 0, resolution, random.Next(1, 100) * 100_000_000L, random.Next(8) == 0);
        })]);

        int Points(int from, int to) => random.Next(from * scale, (to * scale) + 1) * times;

        T Pick<T>(params T[] values) => values[random.Next(values.Length)];

        LibraryMedia AnyMedia() => new()
        {
            VideoCodec = Pick("x265", "XviD", "MPEG2", "h264", null, ""),
            Resolution = Pick("3840x1600", "1920x800", "1280x720", "720x576", null, "odd"),
            DynamicRange = Pick(null, "HDR10", "DV", "SDR"),
            AudioCodec = Pick("AAC", "EAC3", "TrueHD Atmos", "MP3", null),
            AudioChannels = Pick<decimal?>(null, 1, 2, 5.1m, 7.1m),
            Runtime = Pick<int?>(null, 0, 1500, 6000),
        };
    }
}
