using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The library commands against a played Radarr and Sonarr, as processes of their own.</summary>
public sealed class LibraryCommandTests : IAsyncLifetime
{
    private const string Hostile = "[red]Old[/] \u001b[31m\u202e & <b>";

    private readonly ServiceFolder folder = new();
    private FakeRadarr radarr = null!;
    private FakeSonarr sonarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Calls => radarr.Requests.All.Count + sonarr.Requests.All.Count;

    private string Output => Path.Combine(folder.Media, "reports");

    private (string, string)[] Settings =>
    [
        ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey), ("SONARR_URL", sonarr.Url.OriginalString), ("SONARR_API_KEY", sonarr.ApiKey),
    ];

    public async ValueTask InitializeAsync()
    {
        radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
        SampleScores.Fill(radarr, movies: 400);
        SampleScores.Fill(sonarr, series: 4, episodes: 80);
        AddMovie(Hostile);
    }

    public async ValueTask DisposeAsync()
    {
        await radarr.DisposeAsync();
        await sonarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_export_runs_in_the_command_where_no_service_does()
    {
        var run = await RunAsync("export", "--output", Output, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["radarr", "sonarr"], run.Lines.Select(line => Text(JsonElement.Parse(line), "instance")).Order());
        foreach (var line in run.Lines.Select(static line => JsonElement.Parse(line)))
        {
            Assert.Equal("succeeded", Text(line.GetProperty("export"), "status"));
            Assert.Equal(ArtifactCatalogue.Standard.Select(artifact => Path.Combine(Output, Text(line, "instance")!, artifact.Name)), line.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        }

        Assert.Equal(18, Directory.GetFiles(Output, "*", SearchOption.AllDirectories).Length);
        var asked = Calls;
        var again = await RunAsync("export", "--instance", "RADARR");
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Assert.Matches(@"^radarr: \d+ files: no change to tell of; \d+ candidates, health [\d.]+ \([A-F]\)\n$", again.Output);
        Assert.InRange(Calls - asked, 1, 12);
        Assert.Contains("It was asked for.", (await RunAsync("export", "--instance", "radarr", "--full")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_runs_does_the_export()
    {
        await using var service = await folder.StartAsync(Settings);

        var run = await RunAsync("export", "--instance", "sonarr", "--format", "ndjson,html", "--output", Output);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["files.ndjson", "report.html"], Directory.GetFiles(Path.Combine(Output, "sonarr")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("ready", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_is_shown_without_asking_anybody()
    {
        Assert.Equal(0, (await RunAsync("export")).ExitCode);
        var calls = Calls;

        var analysis = await RunAsync("analyze");
        var legacy = await RunAsync("analyze", "--instance", "radarr", "--legacy");
        var json = JsonElement.Parse((await RunAsync("analyze", "--instance", "sonarr", "--json")).Output);
        var report = await RunAsync("report", "--instance", "radarr", "--output", Output, "--format", "html,legacy");
        var candidates = await RunAsync("candidates", "--instance", "radarr", "--limit", "500");
        var some = JsonElement.Parse((await RunAsync("candidates", "--instance", "radarr", "--limit", "3", "--priority", "high,medium", "--json")).Output);

        Assert.All(new[] { analysis, legacy, report, candidates }, run => Assert.Equal((0, ""), (run.ExitCode, run.Errors)));
        Assert.Matches("(?s)sonarr: health .*Quality profiles.*Custom formats.*radarr: health ", analysis.Output);
        Assert.Contains("as Arr Score Exporter 2.0 counts", legacy.Output, StringComparison.Ordinal);
        Assert.Equal(5, json.GetProperty("summary").GetProperty("health").GetProperty("parts").GetArrayLength());
        Assert.Equal(["legacy-scores.csv", "legacy-simple.csv", "report.html"], Directory.GetFiles(Path.Combine(Output, "radarr")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("[red]Old[/] \ufffd[31m\ufffd & <b>", candidates.Output, StringComparison.Ordinal);
        Assert.All(some.GetProperty("candidates").EnumerateArray(), candidate => Assert.True(Text(candidate, "priority") is "high" or "medium"));
        Assert.Equal(3, some.GetProperty("candidates").GetArrayLength());
        Assert.Equal(calls, Calls);
    }

    [Fact]
    public async Task Two_exports_are_compared()
    {
        var first = Text(JsonElement.Parse((await RunAsync("export", "--instance", "radarr", "--json")).Output).GetProperty("export"), "exportId")!;
        AddMovie("Another");
        Assert.Equal(0, (await RunAsync("export", "--instance", "radarr")).ExitCode);

        var text = await RunAsync("compare", "previous", "latest", "--instance", "radarr");
        var json = await RunAsync("compare", first, "latest", "--instance", "radarr", "--json");

        Assert.Equal((0, ""), (text.ExitCode, text.Errors));
        Assert.Contains("Another (1990)", text.Output, StringComparison.Ordinal);
        Assert.Equal((1, first), (JsonElement.Parse(json.Output).GetProperty("added").GetInt32(), Text(JsonElement.Parse(json.Output).GetProperty("from"), "exportId")));
        Assert.Equal((2, "There are several instances: name one with --instance (sonarr, radarr), or exports by their ids.\n"), Refusal(await RunAsync("compare", "previous", "latest")));
        Assert.Equal((2, "sonarr has 0 finished exports, so there is no latest one.\n"), Refusal(await RunAsync("compare", first, "latest", "--instance", "sonarr")));
    }

    [Fact]
    public async Task An_instance_that_refuses_fails_and_the_others_are_exported()
    {
        var run = await CommandRun.OfAsync([.. Settings, ("RADARR_API_KEY", "another")], "library", "export", "--data", folder.Data);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("sonarr: ", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("radarr: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("another", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("report")]
    [InlineData("candidates")]
    public async Task Before_the_first_export_it_is_said_how_to_get_one(string command)
    {
        var run = await RunAsync(command, "--instance", "radarr");

        Assert.Equal((1, "The library of radarr has not been exported yet: arrfunctions library export --instance radarr\n"), Refusal(run));
        Assert.False(Path.Exists(folder.Data));
    }

    [Theory]
    [InlineData("export", "--instance", "lidarr")]
    [InlineData("export", "--format", "csv")]
    [InlineData("export", "--format", "pdf", "--output", "x")]
    [InlineData("candidates", "--priority", "urgent")]
    [InlineData("candidates", "--limit", "0")]
    [InlineData("compare", "nothing", "latest")]
    public async Task What_makes_no_sense_is_refused(params string[] command)
    {
        var run = await RunAsync(command);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEqual("", run.Errors);
        Assert.Equal(0, Calls);
    }

    private static (int, string) Refusal(CommandRun run) => (run.ExitCode, run.Errors);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private void AddMovie(string title)
    {
        var movie = radarr.AddMovie(title, 1990, ServarrLanguage.English, one => one with { ProfileId = radarr.Profiles.All[0].Id });
        radarr.Add(movie, Import.Virtual("film.mkv", 700_000_000, "SDTV"));
    }

    private Task<CommandRun> RunAsync(params string[] command) => CommandRun.OfAsync(Settings, ["library", .. command, "--data", folder.Data]);
}
