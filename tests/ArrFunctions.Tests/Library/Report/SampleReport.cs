using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Report;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Report;

/// <summary>What a report is made of: numbers that look like those of a library, and names that are hostile.</summary>
internal static class SampleReport
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 16, 0, 0, TimeSpan.Zero);

    private static readonly string[] ProfileNames = ["HD Bluray + WEB", "</script><svg onload=alert(4)>", "Remux \u05E9\u05DC\u05D5\u05DD"];

    private static readonly string[] Genres = ["Drama", "Comedy", "<i>Horror</i>"];

    private static readonly string[] FormatNames =
        ["=HYPERLINK(\"x\")", "</script><script>alert(5)</script>", "DV HDR10", "TrueHD Atmos", "LQ", "BR-DISK", "x265 (HD)", new('F', 500), "\U0001F600", "Repack/Proper"];

    public static async Task<string> WriteAsync(ExportContent content)
    {
        using MemoryStream stream = new();
        await HtmlReport.Artifact.WriteAsync(content, stream, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static ExportContent Of(SampleRows rows, bool hasTrends = true, int candidates = int.MaxValue, bool isSeries = false) => new()
    {
        ExportId = "20261121-160000-main",
        Made = Now,
        Rows = rows.ReadAsync,
        Profiles = Enumerable.Range(1, 3).ToDictionary(id => id, ProfileOf),
        Formats = Enumerable.Range(1, 20).ToDictionary(id => id, id => new ScoredFormat(id, NameOfFormat(id))),
        Analysis = new LibraryAnalysis
        {
            Instance = "main",
            Service = isSeries ? ServarrService.Sonarr : ServarrService.Radarr,
            Collected = Now.AddHours(-1),
            Figures = Figures(rows),
            Health = Health(rows.Files),
            Candidates = [.. rows.All.Where((_, i) => SampleRows.ScoreOf(i) < 1500 && i % 2 == 0).Take(candidates).Select(CandidateOf)],
            Formats = [.. Enumerable.Range(1, 20).Select(FormatOf)],
            Profiles = [.. Enumerable.Range(1, 3).Select(id => ProfileFiguresOf(id, rows.Files))],
            Categories = [.. Enum.GetValues<FileCategory>().Select(category => CategoryOf(category, rows))],
            Breakdown = Breakdown(rows.Files, isSeries),
            Trends = hasTrends ? SampleTrends.Make(Now) : null,
        },
    };

    private static string NameOfFormat(int id) => id <= FormatNames.Length ? FormatNames[id - 1] : $"Format {id}";

    private static ScoreProfile ProfileOf(int id) => new()
    {
        Id = id,
        Name = ProfileNames[id - 1],
        IsUpgradeAllowed = id != 2,
        CutoffScore = 2500,
        Scores = Enumerable.Range(1, 20).ToDictionary(format => format, format => format == 5 ? -10000 : format * 100),
    };

    private static LibraryFigures Figures(SampleRows rows)
    {
        int[] scores = [.. rows.All.Select(row => row.File.Score).Order()];
        ScoreSpread? spread = scores.Length == 0
            ? null
            : new(scores[0], scores[scores.Length / 4], scores[scores.Length / 2], scores[scores.Length * 3 / 4], scores[^1], scores.Average(), 400);
        return new(
            rows.Files, rows.Files, rows.Files, rows.All.Sum(row => row.File.Size), spread, scores.Count(score => score > 0), scores.Count(score => score == 0),
            scores.Count(score => score < 0), scores.Length / 3, scores.Length / 20, scores.Length / 50, scores.Length == 0 ? [] : Bands(scores, -1000, 4000, 250),
            new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
    }

    private static ScoreBand[] Bands(int[] scores, int from, int to, int step) =>
    [
        .. Enumerable.Range(0, (to - from) / step).Select(i => from + (i * step)).Select(low => new ScoreBand(
            low, low + step, scores.Count(score => (score >= low || low == from) && (score < low + step || low + step == to)))),
    ];

    private static LibraryHealth Health(int files) => files == 0
        ? new(Score: null, Grade: null, [], [], [], [])
        : new(
            71.5, "C",
            [new("at their cutoff", 0.333, 40, 26.6), new("not negative", 0.92, 30, 27.6), new("looked into", 0.98, 20, 17.3)],
            ["A third of the files are at their cutoff."],
            ["8 % of the files have a negative score; the format <b>LQ</b> costs them most."],
            ["Look at the candidates of critical priority first.", "The profile \"HD Bluray + WEB\" allows upgrades, yet 400 files are below its minimum."]);

    private static UpgradeCandidate CandidateOf(LibraryRow row, int i) => new()
    {
        Item = row.Item,
        Name = TitleText.Of(row.Title, row.File.Episodes),
        Rank = i + 1,
        Priority = (CandidatePriority)((i % 4) + 1),
        Score = row.File.Score,
        Profile = ProfileNames[row.Title.ProfileId - 1],
        Quality = row.File.Quality,
        Size = row.File.Size,
        Reasons = [CandidateReason.Score],
        Gain = 2500 - Math.Max(row.File.Score, 0),
        Blocks = (i % 6) switch { 0 => [CandidateBlock.UpgradesOff], 1 => [CandidateBlock.Unmonitored, CandidateBlock.NoIndexer], _ => [] },
        Reason = $"Its score of {row.File.Score} is below the cutoff of 2500.",
        Recommendation = "Search for it: files of its profile reach 2300.",
        WorstFormat = i % 3 == 0 ? new(5, "LQ", -10000) : null,
    };

    private static FormatEffect FormatOf(int id) => new(
        id, NameOfFormat(id), 1000 - (id * 40), 0.5 - (id * 0.02), id == 5 ? -10000 : id * 100, id == 5 ? -10000 : 0, id * 100,
        id switch { 20 => null, 5 => -2200, 6 => -900, 7 => -12, _ => id * 97 }, id == 20 ? null : 0.12, 1L << 38, id == 20 ? FormatImpact.Unused : FormatImpact.Medium,
        id == 5 ? "Its files score far lower; look whether they can be replaced." : null);

    private static ProfileFigures ProfileFiguresOf(int id, int files) => new(
        id, ProfileNames[id - 1], IsUpgradeAllowed: id != 2, 0, 2500, files / 3, 1L << 42, files == 0 ? null : new(-10000, 600 + (id * 100), 1800, 2300, 4100, 1200, 300),
        files / (3 * (id + 1)), files / 60, files / 40, [], files == 0 ? ProfileRating.Unused : ProfileRating.Good, ["A quarter of its files score below 700."], []);

    private static CategoryFigures CategoryOf(FileCategory category, SampleRows rows)
    {
        ItemKey[] items = [.. rows.All.Where((_, i) => i % 10 == (int)category).Select(row => row.Item)];
        return new(category, "Its score is below the minimum of its profile, or a format costs it more than 1,000 points.", items.Length, items.Length * 4_000_000_000L, items.Length == 0 ? null : 1500, items);
    }

    private static LibraryBreakdown Breakdown(int files, bool isSeries) => files == 0
        ? new([], [], [], [])
        : new(
            [.. Genres.Select(name => new PartFigures(name, 300, 310, 1L << 41, 1490.5, 90, 12))],
            [.. Enumerable.Range(2001, 25).Reverse().Select(year => new PartFigures(year.ToString(System.Globalization.CultureInfo.InvariantCulture), 30, 31, 1L << 38, 1500, 9, 2))],
            isSeries ? [] : [new("Sample Collection", 3, 3, 1L << 35, 1700, 2, 0)],
            isSeries ? [.. Enumerable.Range(0, files / SampleRows.EpisodesOfSeries).Select(i => new SeriesFigures(
                i + 1, i < SampleRows.HostileNames.Length ? SampleRows.HostileNames[i] : $"Sample {i}", 6, 60, 1L << 36, 1500, 0.9, 0.8, i % 3 == 0 ? [2, 4] : [], 5))] : []);
}
