using System.Net;
using System.Text.Json;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Http;

public sealed class AudioExplainEndpointsTests
{
    private const string NoSuchFile = "There is no such file in the folders of Audio:Roots.";

    [Fact]
    public async Task A_file_is_explained_with_its_rule_its_language_and_the_parts_of_each_score()
    {
        await using var bench = await HttpBench.StartAsync(change: options => options with
        {
            Rules = [new() { Number = 3, Paths = [Glob.TryParse("*.mkv", out _)!], Scores = [new(new TrackTrait.Language(LanguageTag.Parse("jpn")), 5)] }],
        });
        var path = AddFilm(bench.Media);
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var told = await bench.PostAsync("audio/explain", Body(path, ("originalLanguage", "Japanese")));

        Assert.Equal(("Matroska", 2, false), (told.GetProperty("format").GetString(), told.GetProperty("chosen").GetInt32(), told.GetProperty("isCorrect").GetBoolean()));
        Assert.Equal("""{"language":"ja","source":"person","explanation":"a person says Japanese"}""", told.GetProperty("originalLanguage").GetRawText());
        Assert.Equal("""{"number":3,"conditions":["path *.mkv"]}""", told.GetProperty("rule").GetRawText());
        var chosen = told.GetProperty("tracks")[1];
        Assert.Equal((1, 1005), (chosen.GetProperty("rank").GetInt32(), chosen.GetProperty("score").GetInt32()));
        Assert.Equal("""[{"name":"original language","points":1000},{"name":"language ja","points":5}]""", chosen.GetProperty("parts").GetRawText());
        Assert.False(told.GetProperty("tracks")[0].TryGetProperty("rank", out _));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Why_a_file_is_left_alone_is_told_beside_the_choice()
    {
        await using var bench = await HttpBench.StartAsync(change: options => options with { Rules = [new() { Number = 0, Paths = [Glob.TryParse("**", out _)!], Skip = true }] });

        var told = await bench.PostAsync("audio/explain", Body(AddFilm(bench.Media)));

        Assert.StartsWith("the rule Audio:Rules:0", told.GetProperty("skip").GetString(), StringComparison.Ordinal);
        Assert.False(told.GetProperty("skipIsForNow").GetBoolean());
        Assert.Equal(2, told.GetProperty("chosen").GetInt32());
    }

    /// <summary>Otherwise anybody with a key could find out what is on the disk.</summary>
    [Fact]
    public async Task What_lies_outside_the_roots_is_answered_as_if_it_was_not_there()
    {
        await using var bench = await HttpBench.StartAsync();
        var outside = Directory.CreateTempSubdirectory("outside-");
        var film = AddFilm(outside.FullName);
        File.CreateSymbolicLink(Path.Combine(bench.Media, "link.mkv"), film);

        foreach (var path in (string[])[film, outside.FullName, "/nonexistent/film.mkv", "/dev/null", "/etc/shadow", Path.Combine(bench.Media, "link.mkv"), Path.Combine(bench.Media, "../data"), Path.Combine(bench.Media, "missing.mkv")])
        {
            var problem = await bench.PostAsync("audio/explain", Body(path), HttpStatusCode.NotFound);
            Assert.Equal((path, "noSuchFile", NoSuchFile), (path, problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()));
        }

        outside.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_no_media_file_is_told_as_such()
    {
        await using var bench = await HttpBench.StartAsync();
        var path = Path.Combine(bench.Media, "text.mkv");
        await File.WriteAllTextAsync(path, "no film", TestContext.Current.CancellationToken);

        Assert.Equal("unreadable", (await bench.PostAsync("audio/explain", Body(path), HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        Assert.Equal("unreadable", (await bench.PostAsync("audio/explain", Body(bench.Media), HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("", "bodyMalformed")]
    [InlineData("null", "bodyMalformed")]
    [InlineData("[]", "bodyMalformed")]
    [InlineData("""{"instance":"sonarr"}""", "bodyMalformed")]
    [InlineData("""{"path":7}""", "bodyMalformed")]
    [InlineData("""{"path":"/a","langauge":"ja"}""", "bodyMalformed")]
    [InlineData("""{"path":"film.mkv"}""", "path")]
    [InlineData("""{"path":"/a\u0000b"}""", "path")]
    [InlineData("""{"path":"/a","instance":"nobody"}""", "instance")]
    [InlineData("""{"path":"/a","originalLanguage":"??"}""", "language")]
    public async Task A_question_that_is_none_is_refused(string body, string code)
    {
        await using var bench = await HttpBench.StartAsync();

        Assert.Equal(code, (await bench.PostAsync("audio/explain", body, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Without_roots_nothing_is_read()
    {
        await using var bench = await HttpBench.StartAsync(change: options => options with { Roots = [] });

        Assert.Equal("noRoots", (await bench.PostAsync("audio/explain", Body(AddFilm(bench.Media)), HttpStatusCode.Conflict)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task No_known_language_stays_unknown()
    {
        await using var bench = await HttpBench.StartAsync(change: options => options with { Languages = [LanguageTag.Parse("eng")] });

        var told = await bench.PostAsync("audio/explain", Body(AddFilm(bench.Media), ("originalLanguage", "Unknown")));

        Assert.False(told.GetProperty("originalLanguage").TryGetProperty("language", out _));
        Assert.True(told.GetProperty("isCorrect").GetBoolean());
    }

    private static string AddFilm(string folder)
    {
        var path = Path.Combine(folder, "film.mkv");
        MatroskaWriter.Write(new() { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)] }, path);
        return path;
    }

    private static string Body(string path, params (string Name, string Value)[] rest) =>
        JsonSerializer.Serialize(rest.Append(("path", path)).ToDictionary(part => part.Item1, part => part.Item2, StringComparer.Ordinal));
}
