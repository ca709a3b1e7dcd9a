using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.SelfHost.Commands.Demo;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The indexers commands against a played Prowlarr with a dead indexer, and a Sonarr that has copies of its indexers and one of its own.</summary>
public sealed class IndexerCommandTests : IAsyncLifetime
{
    private const string Dead = DemoIndexers.Dead;
    private const string Well = "Tin Harbour";

    private readonly ServiceFolder folder = new();
    private FakeProwlarr prowlarr = null!;
    private FakeSonarr sonarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Settings =>
    [
        ("PROWLARR_URL", Address(prowlarr)), ("PROWLARR_API_KEY", prowlarr.ApiKey), ("SONARR_URL", Address(sonarr)), ("SONARR_API_KEY", sonarr.ApiKey),
    ];

    public async ValueTask InitializeAsync()
    {
        prowlarr = await DemoIndexers.StartAsync(Cancellation);
        sonarr = await FakeSonarr.StartAsync(new() { Folder = folder.Media, RootFolder = "/tv" }, Cancellation);
        prowlarr.Connect(sonarr);
    }

    public async ValueTask DisposeAsync()
    {
        await prowlarr.DisposeAsync();
        await sonarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task List_shows_every_indexer_and_whose_copy_it_is_and_makes_no_state()
    {
        var table = await RunAsync("list");
        var list = Json(await RunAsync("list", "--instance", "SONARR", "--json"));

        Assert.Equal((0, ""), (table.ExitCode, table.Errors));
        Assert.Equal(["blocked", "-", "prowlarr/1"], Column(Cells(table, "sonarr", $"{Dead} (Prowlarr)"), 4, 5, 11));
        Assert.Equal(["blocked", "-", "-"], Column(Cells(table, "prowlarr", Dead), 4, 5, 11));
        var instance = Assert.Single(list.GetProperty("instances").EnumerateArray());
        Assert.Equal(("sonarr", 5), (Text(instance, "instance"), instance.GetProperty("indexers").GetArrayLength()));
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task A_sweep_fills_the_list_the_history_and_the_uptime()
    {
        var sweep = await RunAsync("sweep");
        var table = await RunAsync("list", "--instance", "prowlarr");
        var ascii = await CommandRun.OfAsync([.. Settings, ("LC_ALL", "en_US.ISO-8859-1")], "indexers", "list", "--instance", "prowlarr", "--data", folder.Data);
        var history = Json(await RunAsync("history", "--indexer", Dead, "--limit", "3", "--json"));
        var named = Json(await RunAsync("history", "--indexer", $"PROWLARR/{Dead}", "--limit", "3", "--json"));
        var uptime = await RunAsync("uptime", "prowlarr/1", "--days", "5");
        var seen = Json(await RunAsync("uptime", $"sonarr/{Dead} (Prowlarr)", "--days", "5", "--json"));

        Assert.Equal((0, "5 indexers are on, 2 of them fail; 0 tested.\n", ""), (sweep.ExitCode, sweep.Output, sweep.Errors));
        Assert.Equal(["100 %", "100 %", "100 %"], Cells(table, "prowlarr", Well)[5..8]);
        Assert.Matches("^█+[▁-▇]?▁+$", Cells(table, "prowlarr", Dead)[8]);
        Assert.Matches("^8+[1-7]?1+$", Cells(ascii, "prowlarr", Dead)[8]);
        Assert.Equal((3, true), (history.GetProperty("observations").GetArrayLength(), history.TryGetProperty("cursor", out _)));
        Assert.Equal($"{history}", $"{named}");
        Assert.All(history.GetProperty("observations").EnumerateArray(), one => Assert.Equal((Dead, "failed"), (Text(one, "name"), Text(one, "outcome"))));
        Assert.Equal((0, ""), (uptime.ExitCode, uptime.Errors));
        Assert.StartsWith($"{Dead} in prowlarr fails since ", uptime.Output, StringComparison.Ordinal);
        Assert.Contains("│ 5 d  │ 0 %", uptime.Output, StringComparison.Ordinal);
        Assert.Equal([1, 5, 7, 30, 90], seen.GetProperty("windows").EnumerateArray().Select(window => window.GetProperty("days").GetInt32()));
        Assert.Equal(("prowlarr", 90), (Text(seen, "instance"), seen.GetProperty("days").GetArrayLength()));
    }

    [Fact]
    public async Task Heal_shows_its_plan_and_changes_nothing_until_it_is_to_apply_it()
    {
        sonarr.AddIndexer("Lost Name", new FakeTracker("Lost Name", TrackerBehaviour.NoSuchHost));
        await RunAsync("sweep");
        (string, string)[] wet = [.. Settings, ("Indexers__Heal__DryRun", "false")];
        var dry = await CommandRun.OfAsync(wet, "indexers", "heal", "--data", folder.Data);
        var all = await RunAsync("heal", "-v");

        Assert.Equal((0, ""), (dry.ExitCode, dry.Errors));
        Assert.Contains("failures in a row since", Line(dry, $"│ {Dead} ", "│ switch off "), StringComparison.Ordinal);
        Assert.Contains("1 failure in a row since", Line(dry, "│ Lost Name ", "│ leave "), StringComparison.Ordinal);
        Assert.DoesNotContain(Well, dry.Output, StringComparison.Ordinal);
        Assert.Contains("it works", Line(all, Well, "│ leave "), StringComparison.Ordinal);
        Assert.True(Of(Dead).IsEnabled);

        var applied = await RunAsync("heal", "--apply", "--json");

        Assert.Equal((0, ""), (applied.ExitCode, applied.Errors));
        var entry = Assert.Single(Json(applied).GetProperty("indexers").EnumerateArray(), one => Text(one, "action") is "disable");
        Assert.Equal((Dead, true), (Text(entry, "name"), entry.GetProperty("isDone").GetBoolean()));
        Assert.Equal([Dead], prowlarr.Indexers.Where(indexer => !indexer.IsEnabled).Select(indexer => indexer.Name));
        Assert.Equal("taken out", Cells(await RunAsync("list"), "prowlarr", Dead)[4]);
    }

    [Fact]
    public async Task Tests_are_made_in_Prowlarr_and_seldom()
    {
        var named = await RunAsync("test", $"{Well} (Prowlarr)", "prowlarr/1", "--json");
        var again = await RunAsync("test", Well.ToUpperInvariant());
        var forced = await RunAsync("test", Well, "--force");
        var all = await RunAsync("test", "--all");

        Assert.Equal((1, ""), (named.ExitCode, named.Errors));
        Assert.Equal(
            [("prowlarr", Well, true), ("prowlarr", Dead, false)],
            Json(named).GetProperty("tests").EnumerateArray().Select(test => (Text(test, "instance"), Text(test, "name"), test.GetProperty("success").GetBoolean())));
        Assert.Equal((3, ""), (again.ExitCode, again.Errors));
        Assert.Contains("it was tested a moment ago", again.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 0 failed, 0 not tested.\n", forced.Output, StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.EndsWith("\n2 passed, 1 failed, 2 not tested.\n", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_switched_in_Prowlarr_and_the_service_knows_of_it()
    {
        await using var service = await ServiceProcess.StartAsync(folder.Data, Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        var copy = sonarr.Indexers.Single(indexer => indexer.Name == $"{Well} (Prowlarr)").Id;

        var off = await RunAsync("disable", $"sonarr/{copy}");
        var soon = await RunAsync("enable", Well, "--json");
        var on = await RunAsync("enable", Well, "--force", "--json");

        var id = Of(Well).Id;
        Assert.Equal((0, $"{Well} in prowlarr: it is off now, before it was on (sonarr/{copy} is a copy of it).\n", ""), (off.ExitCode, off.Output, off.Errors));
        Assert.Equal((3, $"prowlarr/{id}"), (soon.ExitCode, Text(Json(soon), "indexer")));
        Assert.Equal((0, "prowlarr", true), (on.ExitCode, Text(Json(on), "instance"), Json(on).GetProperty("isChanged").GetBoolean()));
        Assert.True(Of(Well).IsEnabled);
        Assert.Equal(["cli"], (await client.EventsAsync("indexer.disabled", 1)).Select(told => Text(told, "actor")));
    }

    [Fact]
    public async Task A_name_that_several_have_is_refused_with_all_of_them()
    {
        sonarr.AddIndexer(Well, new FakeTracker("Another Harbour"));

        var run = await RunAsync("disable", Well, "Nothing");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            $"'{Well}' can be sonarr/6 ({Well}) or prowlarr/{Of(Well).Id} ({Well}); name it as INSTANCE/ID.\nThere is no indexer 'Nothing'; indexers list shows those that there are.\n",
            run.Errors);
        Assert.True(Of(Well).IsEnabled);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("sweep")]
    [InlineData("heal")]
    [InlineData("test", "--all")]
    [InlineData("disable", Well)]
    public async Task An_instance_that_does_not_answer_is_a_failure_told_in_its_words(params string[] arguments)
    {
        prowlarr.Disturbance = Disturbance.RefusesKey;

        var run = await RunAsync(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("prowlarr", run.Output + run.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(prowlarr.ApiKey, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", "--instance", "tv")]
    [InlineData("test")]
    [InlineData("test", Well, "--all")]
    [InlineData("enable")]
    [InlineData("history", "--limit", "501")]
    [InlineData("history", "--indexer", Well)]
    [InlineData("uptime", Well, "--days", "0")]
    [InlineData("uptime", "Nothing")]
    public async Task A_wrong_command_line_does_nothing(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEqual("", run.Errors);
        Assert.False(Path.Exists(folder.Data));
    }

    [Fact]
    public async Task Without_an_instance_it_says_what_to_set()
    {
        var run = await CommandRun.OfAsync("indexers", "sweep", "--data", folder.Data);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("No instance is configured: set SONARR_URL", run.Errors, StringComparison.Ordinal);
        Assert.Contains("what stands in config.yaml in the data folder holds for both", run.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(folder.Data));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(Settings, ["indexers", .. arguments, "--data", folder.Data]);

    private FakeIndexer Of(string name) => prowlarr.Indexers.Single(indexer => indexer.Name == name);

    private static string Address(FakeServarr fake) => fake.Url.OriginalString.TrimEnd('/');

    private static JsonElement Json(CommandRun run) => JsonElement.Parse(Assert.Single(run.Lines));

    private static string Line(CommandRun run, params string[] parts) =>
        Assert.Single(run.Lines, line => parts.All(part => line.Contains(part, StringComparison.Ordinal)));

    /// <summary>The row of an indexer in the list.</summary>
    private static string[] Cells(CommandRun run, string instance, string name) => run.Lines
        .Select(line => line.Split(['│', '|'], StringSplitOptions.TrimEntries).Skip(1).SkipLast(1).ToArray())
        .Single(cells => cells is [var first, _, var third, ..] && first == instance && third == name);

    private static IEnumerable<string> Column(string[] cells, params int[] columns) => columns.Select(column => cells[column]);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
