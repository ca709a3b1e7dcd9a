using System.Text;
using ArrFunctions.Library;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Servarr;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Library.Artifacts;

public sealed class CsvArtifactTests
{
    private static readonly string[] Hostile =
    [
        "=cmd|' /C calc'!A0", "</script><script>alert(1)</script>", "\"quoted\", and, commas", "line\r\nbreak\nand\rreturn", "שלום עולם", "مرحبا\u202e", "👨‍👩‍👧‍👦 🎬",
        new('x', 500), "nul\0nul", "lone \ud800 surrogate", " leading", "trailing ", "'", "\"", ",", "\r\n", "'=1", "\u2028", "<img src=x onerror=alert(1)>", "\ufeffmark",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Hostile), ArbMap.Default.ArbFor<string>().Generator.Where(text => text is not null), Gen.Elements(Hostile).Two().Select(two => two.Item1 + two.Item2));

    [Fact]
    public async Task A_movie_is_a_record()
    {
        var record = await Sample.RecordAsync("scores.csv", Sample.Content(ServarrService.Radarr, new LibraryRow(Sample.Film(), Sample.File())));

        Assert.Equal(
            ("Heat", "1995", "", "950", "1000", "HDR", "1920x800", "HDR10", "10737418240", "HDR (+1000); x265 (HD) (-50)"),
            (record["title"], record["year"], record["episode"], record["score"], record["cutoff_score"], record["profile"], record["resolution"],
                record["dynamic_range"], record["size_bytes"], record["formats"]));
    }

    [Fact]
    public async Task An_episode_file_is_a_record_with_every_episode_of_it()
    {
        var row = new LibraryRow(Sample.Series(), Sample.File("S01/a.mkv", -50, Sample.Episode(1, "Secrets"), Sample.Episode(2, "Lies")) with { Media = null });

        var record = await Sample.RecordAsync("scores-detailed.csv", Sample.Content(ServarrService.Sonarr, row));

        Assert.Equal(
            ("Dark", "S01E01-E02", "Secrets; Lies", "101; 102", "true", "2017-12-01 00:00:00", "-50", "", "2026-11-21 12:00:00", "false"),
            (record["title"], record["episode"], record["episode_titles"], record["episode_ids"], record["episodes_monitored"], record["aired"], record["score"],
                record["dynamic_range"], record["added"], (await MovieAsync())["episodes_monitored"]));
        Assert.Equal(("5.1", "10200", "Director's Cut", "true"), await MediaAsync());
    }

    [Fact]
    public async Task What_the_analysis_found_is_a_record_each()
    {
        var content = Sample.Content(ServarrService.Radarr);

        var candidate = await Sample.RecordAsync("candidates.csv", content);
        Assert.Equal(
            ("1", "critical", "-50", "950", "900", "quality; minimum", "upgradesOff; noIndexer", "HDR", "-50", "101"),
            (candidate["rank"], candidate["priority"], candidate["score"], candidate["gain"], candidate["peers"], candidate["reasons"], candidate["blocks"],
                candidate["worst_format"], candidate["worst_format_score"], candidate["episode_id"]));
        var format = await Sample.RecordAsync("formats.csv", content);
        Assert.Equal(("0.6667", "120.5", "high"), (format["share"], format["effect"], format["impact"]));
        var profile = await Sample.RecordAsync("profiles.csv", content);
        Assert.Equal(("-3500.5", "0.3333", "good", "HDR; Second."), (profile["median"], profile["mean"], profile["rating"], profile["issues"]));
    }

    [Fact]
    public async Task What_is_not_known_is_an_empty_cell_and_a_profile_or_format_that_is_gone_is_its_number()
    {
        var content = Sample.Content(ServarrService.Radarr, new LibraryRow(Sample.Film(year: null), Sample.File() with { Formats = [9] })) with
        {
            Profiles = new Dictionary<int, ScoreProfile>(),
            Analysis = Sample.Empty(ServarrService.Radarr),
        };

        var record = await Sample.RecordAsync("scores.csv", content);

        Assert.Equal(("", "", "profile 4", "format 9 (+0)"), (record["year"], record["cutoff_score"], record["profile"], record["formats"]));
        Assert.Single(await Sample.TableAsync("candidates.csv", content));
        Assert.Equal(("", "unused"), ((await Sample.RecordAsync("profiles.csv", content))["median"], (await Sample.RecordAsync("formats.csv", content))["impact"]));
    }

    [Theory]
    [InlineData("scores.csv", true)]
    [InlineData("scores-detailed.csv", true)]
    [InlineData("candidates.csv", true)]
    [InlineData("formats.csv", true)]
    [InlineData("profiles.csv", true)]
    [InlineData("legacy-scores.csv", false)]
    [InlineData("legacy-simple.csv", false)]
    public async Task Those_for_spreadsheets_begin_with_a_byte_order_mark(string name, bool hasMark)
    {
        var bytes = await Sample.WriteAsync(name, Sample.Content(ServarrService.Radarr));

        Assert.Equal(hasMark, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    [Fact]
    public void Hostile_texts_come_back_from_every_cell_and_none_begins_a_formula() => Prop.ForAll(Texts.ToArbitrary(), async text =>
    {
        var expected = Kept(text);
        foreach (var (name, columns) in (IEnumerable<(string, string[])>)
        [
            ("scores.csv", ["title", "path", "quality", "profile"]),
            ("scores-detailed.csv", ["title", "path", "collection", "edition", "release_group", "audio_codec"]),
            ("legacy-scores.csv", ["Title", "File", "Quality_Profile"]),
            ("legacy-simple.csv", ["Title", "File", "Quality Profile"]),
            ("candidates.csv", ["name", "reason", "worst_format"]),
            ("formats.csv", ["name", "advice"]),
            ("profiles.csv", ["name"]),
        ])
        {
            var record = await Sample.RecordAsync(name, Named(text));
            Assert.All(columns, column => Assert.Equal(expected, FormulaGuard.Unguard(record[column])));
            Assert.All(columns, column => Assert.DoesNotMatch(@"^[\s'-['\t]]*[=+\-@]", record[column]));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static ExportContent Named(string text) => Sample.Content(
        ServarrService.Radarr,
        _ => new[]
        {
            new LibraryRow(
                Sample.Film(text) with { Collection = text },
                Sample.File(text) with { Quality = text, Edition = text, ReleaseGroup = text, Media = new() { AudioCodec = text } }),
        }.ToAsyncEnumerable(),
        text);

    /// <summary>What a text file can hold of a text.</summary>
    private static string Kept(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    private static Task<Dictionary<string, string>> MovieAsync() =>
        Sample.RecordAsync("scores-detailed.csv", Sample.Content(ServarrService.Radarr, new LibraryRow(Sample.Film(), Sample.File())));

    private static async Task<(string, string, string, string)> MediaAsync()
    {
        var record = await MovieAsync();
        return (record["audio_channels"], record["runtime_seconds"], record["edition"], record["quality_cutoff_met"]);
    }
}
