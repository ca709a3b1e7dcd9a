using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The setup commands against a played Radarr and the running service.</summary>
public sealed class SetupCommandTests : IAsyncLifetime
{
    private readonly ServiceFolder folder = new();
    private FakeRadarr radarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Settings => [("RADARR_URL", radarr.Url.OriginalString.TrimEnd('/')), ("RADARR_API_KEY", radarr.ApiKey), ("Audio__Roots", folder.Media)];

    public async ValueTask InitializeAsync() => radarr = await FakeRadarr.StartAsync(new() { Folder = folder.Media, RootFolder = "/movies" }, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await radarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Webhook_connects_an_instance_to_the_running_service()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data, Settings);

        var run = await RunAsync("webhook", "--instance", "radarr", "--url", service.Address.OriginalString);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            $"radarr has a new connection, and its test arrived: it posts to {service.Address.OriginalString.TrimEnd('/')}/api/webhook/radarr/radarr.", run.Lines[0]);
        using var client = ServiceClient.Of(service, folder.Data);
        Assert.Contains((await client.GetAsync("api/keys")).GetProperty("keys").EnumerateArray(), key => key.GetProperty("name").GetString() == "webhook-radarr");
        await radarr.SendHealthAsync(new("warning", "IndexerStatusCheck", "Indexers unavailable"), Cancellation);
        await client.EventsAsync("health.issue", 1);

        var again = await RunAsync("webhook", "--instance", "RADARR", "--url", service.Address.OriginalString, "--json");
        var json = JsonElement.Parse(Assert.Single(again.Lines));
        Assert.Equal(("radarr", "connected", false), (Text(json, "instance"), Text(json, "outcome"), json.GetProperty("created").GetBoolean()));
        await radarr.SendHealthAsync(new("warning", "UpdateCheck", "New update is available"), Cancellation);
        await client.EventsAsync("health.issue", 2);
    }

    [Fact]
    public async Task Webhook_without_a_service_says_what_to_start_and_leaves_an_admin_key_alone()
    {
        var run = await RunAsync("webhook", "--instance", "radarr", "--url", "http://127.0.0.1:1");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("radarr was not connected to http://127.0.0.1:1: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing answers at http://127.0.0.1:1 here either.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("start it (arrfunctions, without a command)", run.Errors, StringComparison.Ordinal);
        await using var service = await ServiceProcess.StartAsync(folder.Data, Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        Assert.Equal("initial", Text(Assert.Single((await client.GetAsync("api/keys")).GetProperty("keys").EnumerateArray()), "name"));
    }

    [Fact]
    public async Task Webhook_finds_the_service_at_the_port_that_the_variable_names()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data, Settings);

        var run = await CommandRun.OfAsync([.. Settings, ("PORT", $"{service.Address.Port}")], "setup", "webhook", "--instance", "radarr", "--data", folder.Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.EndsWith($"it posts to http://localhost:{service.Address.Port}/api/webhook/radarr/radarr.", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_proposes_the_mapping_and_is_content_once_it_is_set()
    {
        var film = folder.Film("library/Harbour of Tin (2016)/film.mkv").Path;
        await using var library = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(folder.Media, "library"), RootFolder = "/movies" }, Cancellation);
        var movie = library.AddMovie("Harbour of Tin", 2016, ServarrLanguage.English);
        await library.ImportAsync(movie, new() { RelativePath = "film.mkv", Languages = [ServarrLanguage.English] }, Cancellation);
        (string, string)[] settings = [("RADARR_URL", library.Url.OriginalString.TrimEnd('/')), ("RADARR_API_KEY", library.ApiKey), ("Audio__Roots", folder.Media)];

        var wrong = await CommandRun.OfAsync(settings, "setup", "check", "--data", folder.Data);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Errors));
        var proposed = wrong.Lines.Where(line => line.Contains("Servarr__PathMappings__0__", StringComparison.Ordinal)).Select(line => line.Trim().Split('=')).ToList();
        Assert.Equal(2, proposed.Count);

        var right = await CommandRun.OfAsync([.. settings, .. proposed.Select(line => (line[0], line[1]))], "setup", "check", "--instance", "radarr", "--json", "--data", folder.Data);
        var report = JsonElement.Parse(Assert.Single(right.Lines));
        Assert.Equal((0, true), (right.ExitCode, report.GetProperty("isRight").GetBoolean()));
        Assert.Equal(film, Text(report.GetProperty("findings")[1], "path"));
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task Check_of_an_instance_that_is_not_there_ends_in_one_sign()
    {
        var run = await CommandRun.OfAsync([("RADARR_URL", "http://127.0.0.1:1"), ("RADARR_API_KEY", radarr.ApiKey)], "setup", "check", "--data", folder.Data);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.EndsWith("?", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_tells_of_each_instance_and_ends_in_failure_where_one_is_wrong()
    {
        (string, string)[] both = [.. Settings, ("PROWLARR_URL", radarr.Url.OriginalString.TrimEnd('/')), ("PROWLARR_API_KEY", radarr.ApiKey)];

        var right = await CommandRun.OfAsync(both, "setup", "connection", "--instance", "RADARR", "--json", "--data", folder.Data);
        var report = JsonElement.Parse(Assert.Single(right.Lines));
        Assert.Equal((0, "radarr", true), (right.ExitCode, Text(report, "service"), report.GetProperty("isRight").GetBoolean()));

        var wrong = await CommandRun.OfAsync(both, "setup", "connection", "--data", folder.Data);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Errors));
        Assert.Contains("right  radarr at ", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("wrong  prowlarr at ", wrong.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(radarr.ApiKey, wrong.Output, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    [Theory]
    [InlineData("connection", "--instance", "tv")]
    [InlineData("webhook", "--instance", "tv")]
    [InlineData("check", "--instance", "tv")]
    [InlineData("webhook", "--instance", "radarr", "--url", "home:7071")]
    [InlineData("webhook")]
    public async Task A_wrong_command_line_does_nothing(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEqual("", run.Errors);
        Assert.False(Path.Exists(folder.Data));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(Settings, ["setup", .. arguments, "--data", folder.Data]);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
