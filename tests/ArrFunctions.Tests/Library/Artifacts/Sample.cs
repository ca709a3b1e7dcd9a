using System.Text;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Artifacts;

/// <summary>Contents of exports.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 21, 13, 0, 0, TimeSpan.FromHours(1));

    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly ScoreSpread Spread = new(-10000, -4000, -3500.5, 20, 6000, 1.0 / 3, 12.25);
    private static readonly PartFigures Part = new("Crime", 1, 2, 3_000_000_000, 12.5, 1, 1);

    public static LibraryTitle Film(string title = "Heat", int id = 1, int? year = 1995) => new()
    {
        Id = id, Title = title, Year = year, ProfileId = 4, IsMonitored = true, Genres = ["Crime", "Drama"], Collection = "Heat Collection",
        Status = "released", ImdbId = "tt0113277", TmdbId = 949, Runtime = 170, Tags = [3],
    };

    public static LibraryTitle Series(string title = "Dark", int id = 1) => new()
    {
        Id = id, Title = title, Year = 2017, ProfileId = 4, Network = "Netflix", Status = "ended", TvdbId = 334824, Runtime = 53,
    };

    public static LibraryFile File(string path = "Heat (1995)/Heat.mkv", int score = 950, params LibraryEpisode[] episodes) => new()
    {
        FileId = 7, Path = path, Size = 10_737_418_240, Added = Noon, Quality = "Bluray-1080p", QualityId = 7, QualityResolution = 1080, Score = score, Formats = [2, 5],
        Media = new()
        {
            VideoCodec = "x265", Resolution = "1920x800", DynamicRange = "HDR10", AudioCodec = "DTS-HD MA", AudioChannels = 5.1m, AudioLanguages = "eng/ger", Runtime = 10_200,
        },
        ReleaseGroup = "GROUP", Edition = "Director's Cut", Languages = ["English", "German"], Episodes = episodes, FirstSeen = Noon, Changed = Noon,
    };

    public static LibraryEpisode Episode(int number, string? title = null, int season = 1) =>
        new((season * 100) + number, season, number, title, IsMonitored: true, new DateTimeOffset(2017, 12, number, 0, 0, 0, TimeSpan.Zero));

    public static ExportContent Content(ServarrService service, params LibraryRow[] rows) => Content(service, _ => rows.ToAsyncEnumerable());

    public static ExportContent Content(ServarrService service, Func<CancellationToken, IAsyncEnumerable<LibraryRow>> rows, string name = "HDR") => new()
    {
        ExportId = "00112233445566778899aabbccddeeff",
        Analysis = Analysis(service, name),
        Profiles = new Dictionary<int, ScoreProfile>
        {
            [4] = new() { Id = 4, Name = name, IsUpgradeAllowed = true, MinScore = -50, CutoffScore = 1000, Scores = new Dictionary<int, int> { [2] = 1000, [5] = -50 } },
        },
        Formats = new Dictionary<int, ScoredFormat> { [2] = new(2, name), [5] = new(5, "x265 (HD)") },
        Rows = rows,
        Made = Noon.AddMinutes(1),
        Missing = ["The episode files of 'Lost' could not be read."],
    };

    /// <summary>The least that an analysis can be.</summary>
    public static LibraryAnalysis Empty(ServarrService service) => Analysis(service, "HDR") with
    {
        Figures = new(0, 0, 0, 0, Scores: null, 0, 0, 0, 0, 0, 0, [], Counts(), Counts(), Counts(), Counts()),
        Health = new(Score: null, Grade: null, [], [], [], []),
        Candidates = [],
        Formats = [new(2, "HDR", 0, 0, Score: null, 0, 0, Effect: null, SizeCost: null, 0, FormatImpact.Unused, Advice: null)],
        Profiles = [new(4, "HD", IsUpgradeAllowed: false, 0, 0, 0, 0, Scores: null, 0, 0, 0, [], ProfileRating.Unused, [], [])],
        Categories = [.. Enum.GetValues<FileCategory>().Select(category => new CategoryFigures(category, "Because.", 0, 0, Median: null, []))],
        Breakdown = new([], [], [], []),
        Trends = null,
    };

    public static async Task<byte[]> WriteAsync(string name, ExportContent content)
    {
        var stream = new NetworkStream();
        await ArtifactCatalogue.Find(name)!.WriteAsync(content, stream, TestContext.Current.CancellationToken);
        Assert.False(stream.WasDisposed);
        return stream.Content;
    }

    /// <summary>Without a byte order mark.</summary>
    public static async Task<string> TextAsync(string name, ExportContent content)
    {
        var bytes = await WriteAsync(name, content);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
    }

    public static async Task<List<string[]>> TableAsync(string name, ExportContent content) => Rfc4180.Read(await TextAsync(name, content));

    /// <summary>A record without its header, by the names of the columns.</summary>
    public static async Task<Dictionary<string, string>> RecordAsync(string name, ExportContent content)
    {
        var table = await TableAsync(name, content);
        return table[0].Zip(table[1]).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
    }

    private static LibraryAnalysis Analysis(ServarrService service, string name) => new()
    {
        Instance = name,
        Service = service,
        Collected = Noon,
        Figures = new(
            2, 3, 4, 5_000_000_000, Spread, 1, 1, 1, 1, 1, 1, [new(-10000, 0, 1), new(0, 6000, 2)], Counts(name), Counts("1080p"), Counts("x265"), Counts("SDR")),
        Health = new(84.25, "B", [new("at their cutoff", 0.5, 40, 20)], ["Good."], ["Less good."], ["Do better."]),
        Candidates =
        [
            new()
            {
                Item = new(1, 101), Name = name, Rank = 1, Priority = CandidatePriority.Critical, Score = -50, Profile = name, Quality = "SDTV", Size = 1_000,
                Reasons = [CandidateReason.Quality, CandidateReason.Minimum], Gain = 950, Peers = 900, Blocks = [CandidateBlock.UpgradesOff, CandidateBlock.NoIndexer],
                Reason = name, Recommendation = "Search for it.", WorstFormat = new(5, name, -50),
            },
        ],
        Formats = [new(2, name, 2, 2.0 / 3, 1000, 0, 1000, 120.5, 0.25, 5_000, FormatImpact.High, name)],
        Profiles = [new(4, name, IsUpgradeAllowed: true, -50, 1000, 3, 5_000, Spread, 1, 1, 1, [new(0, 1, 3)], ProfileRating.Good, [name, "Second."], ["Raise it."])],
        Categories = [new(FileCategory.HdrCandidates, "Because.", 1, 1_000, 12.5, [new(1, 101), new(2)])],
        Breakdown = new([Part], [Part], [Part], [new(1, name, 2, 3, 4_000, 12.5, 0.75, 1, [2], 1)]),
        Trends = new(
            [new(Day, 1, 2, 3, 4, 5, 6, 7, -8, 9)],
            [new("2026-W47", Day, 1, 2, 3, 4, 5, 6, 7, -8, 9)],
            [new("2026-11", Day, 1, 2, 3, 4, 5, 6, 7, -8, 9)],
            [new(Noon, "00112233445566778899aabbccddeeff", 3, 5_000, 1.5, 2.5, 1, 1, 1, 84.25)],
            1.5,
            [new(Day, 40, name)],
            new([new(Day.AddDays(7), 10.5, 5, 15)], 2.5, 4),
            ["Steady."]),
    };

    private static Dictionary<string, int> Counts(params string[] names) => names.ToDictionary(name => name, _ => 1, StringComparer.Ordinal);
}
