using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Analysis;

/// <summary>Makes libraries from only what a test is about.</summary>
internal static class Bookcase
{
    public const int Hdtv720 = 4;
    public const int WebRip1080 = 15;
    public const int WebDl1080 = 3;
    public const int Bluray1080 = 7;

    /// <summary>Its cutoff is Bluray-1080p: above HDTV-720p, DVD, which is not allowed, and WEB 1080p.</summary>
    public static ScoreProfile Profile(
        int id = 1, int cutoff = 10_000, int minimum = 0, bool upgrades = true, int minUpgrade = 1, string name = "HD", params (int Format, int Points)[] points) => new()
    {
        Id = id,
        Name = name,
        IsUpgradeAllowed = upgrades,
        Cutoff = Bluray1080,
        CutoffScore = cutoff,
        MinScore = minimum,
        MinUpgrade = minUpgrade,
        Scores = points.ToDictionary(one => one.Format, one => one.Points),
        Qualities =
        [
            new(Hdtv720, "HDTV-720p", IsAllowed: true, [Hdtv720]),
            new(2, "DVD", IsAllowed: false, [2]),
            new(1002, "WEB 1080p", IsAllowed: true, [WebRip1080, WebDl1080]),
            new(Bluray1080, "Bluray-1080p", IsAllowed: true, [Bluray1080]),
        ],
    };

    public static ScoredFile File(
        int id, int score, ScoreProfile profile, int[]? formats = null, bool isMonitored = true, int quality = Bluray1080, long size = 0, int? minutes = 100, string? resolution = null, string? range = null) => new()
    {
        Title = new() { Id = id, Title = $"Movie {id}", ProfileId = profile.Id, Runtime = minutes },
        Profile = profile,
        Score = score,
        Formats = formats ?? [],
        IsMonitored = isMonitored,
        Quality = profile.Qualities.FirstOrDefault(one => one.Members.Contains(quality))?.Name ?? "Unknown",
        QualityId = quality,
        QualityResolution = 1080,
        QualityCutoffNotMet = quality != Bluray1080,
        Size = size,
        Media = resolution is null ? null : new LibraryMedia { Resolution = resolution, DynamicRange = range },
    };

    /// <summary>Files with these scores and ids from 1.</summary>
    public static ScoredFile[] Files(ScoreProfile profile, params IEnumerable<int> scores) => [.. scores.Select((score, place) => File(place + 1, score, profile))];

    /// <summary>Knows the formats 1 to 9 by names like "Format 1", and the profiles of its files.</summary>
    public static ScoredLibrary Library(params IEnumerable<ScoredFile> files) => files.ToList() is var all ? new()
    {
        Instance = "radarr",
        Service = ServarrService.Radarr,
        Profiles = all.Select(file => file.Profile).DistinctBy(profile => profile.Id).ToDictionary(profile => profile.Id),
        Formats = Enumerable.Range(1, 9).ToDictionary(id => id, id => new ScoredFormat(id, $"Format {id}")),
        Titles = [.. all.Select(file => file.Title)],
        Files = all,
    } : throw new ArgumentException("no files", nameof(files));

    /// <summary>As TRaSH's formats score: half of 1,000 files from 500 to 2,498, half from -10,998 to -9,002; their mean is -4,250.5.</summary>
    public static ScoredFile[] Trash(ScoreProfile profile) => Files(profile, Enumerable.Range(0, 1000).Select(place => place < 500 ? 500 + (4 * place) : -10_998 + (4 * (place - 500))));
}
