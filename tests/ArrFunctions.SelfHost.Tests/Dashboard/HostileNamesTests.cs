using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>Titles, names, paths and messages of strangers, on every page.</summary>
public sealed class HostileNamesTests
{
    private const string Handler = "globalThis.isInjected=true";

    private static readonly string[] Names =
    [
        $"<img src=x onerror={Handler}>", $"</script><script>{Handler}</script>", $"\"><svg onload={Handler}>", "javascript:globalThis.isInjected=true//", "{{constructor.constructor('x')()}}",
        "\u202Ekvm.exe \u202D right to left \u2066", "\U0001F3AC\U0001F468\u200D\U0001F469\u200D\U0001F467 Z\u0351\u0300\u0301\u0315algo", new string('W', 500), "a\u0000b\u0007c\u001B[31m", "%2e%2e%2f..\\..//&amp;&lt;b&gt;",
    ];

    [Fact]
    public async Task Names_that_want_to_be_more_are_text_on_every_page()
    {
        await using var house = await DashboardHouse.BuildAsync();
        foreach (var name in Names)
        {
            house.Prowlarr.AddIndexer(name, new FakeTracker("tracker", TrackerBehaviour.Unavailable));
            var movie = house.Radarr.AddMovie(name, 2019, ServarrLanguage.English, one => one with { Tags = [name], Genres = [name], Collection = new(name, 1) });
            house.Radarr.Add(movie, Import.Virtual($"{name}.mkv", 5_000_000_000, "WEBDL-1080p"));
        }

        house.Prowlarr.RunRssSync();
        await house.StartAsync(house.Instances);
        using var client = house.Client();
        await house.ConnectAsync();
        await house.ImportAsync($"<img src=x onerror={Handler}>");
        var jobs = new List<string>();
        foreach (var (name, place) in Names.Select((name, place) => (name, place)))
        {
            jobs.Add(await AnnounceAsync(client, name, place));
        }

        await client.PostAsync("api/indexers/sweep");
        await client.PostAsync("api/indexers/heal", """{"dryRun":true}""");
        await client.PostAsync("api/library/export", """{"instance":"radarr"}""");
        await client.EndOfExportsAsync();
        await house.Scenario().PlayAsync("hostile", ("addresses", jobs.Select(id => $"/audio/jobs/{id}").Concat(Enumerable.Range(1, Names.Length).Select(id => $"/indexers/prowlarr/{id}"))));
    }

    private static async Task<string> AnnounceAsync(ServiceClient client, string name, int place)
    {
        var (_, answer) = await client.PostAsync("api/webhook/radarr", new JsonObject
        {
            ["eventType"] = "Download",
            ["downloadId"] = name,
            ["release"] = new JsonObject { ["releaseTitle"] = name, ["indexer"] = name },
            ["movie"] = new JsonObject { ["id"] = 1000 + place, ["title"] = name, ["year"] = 2019, ["tags"] = new JsonArray(name) },
            ["movieFile"] = new JsonObject { ["id"] = 1000 + place, ["path"] = $"/movies/{name.Replace("\0", "", StringComparison.Ordinal)}/{place}.mkv", ["size"] = 1000 },
        }.ToJsonString());
        return answer.GetProperty("jobIds")[0].GetString()!;
    }
}
