using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What a fake Prowlarr does to the indexers of the applications.</summary>
public sealed class IndexerSyncTests : IAsyncLifetime
{
    private static readonly JsonNode Off = JsonNode.Parse("""{"ids":[1],"enable":false,"enableRss":false,"enableAutomaticSearch":false,"enableInteractiveSearch":false}""")!;

    private IndexerBench bench = null!;

    private FakeIndexer Copy => bench.Sonarr.Indexers.Single(indexer => indexer.Name.EndsWith("(Prowlarr)", StringComparison.Ordinal));

    public async ValueTask InitializeAsync() => bench = await IndexerBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task An_application_gets_a_copy_that_leads_back_to_Prowlarr()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        var shown = (await bench.GetAsync(bench.Sonarr, $"indexer/{Copy.Id}")).Body;
        Assert.Equal("Demo A (Prowlarr)", shown.GetProperty("name").GetString());
        Assert.Equal($"{bench.Prowlarr.Url}1/", shown.GetProperty("fields")[0].GetProperty("value").GetString());
        Assert.Equal(1, bench.Tracker.RequestCount);
    }

    [Fact]
    public async Task What_is_switched_at_Prowlarr_is_switched_in_the_application()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        await bench.SendAsync(bench.Prowlarr, HttpMethod.Put, "indexer/bulk", Off);
        Assert.False(Copy.IsEnabled);

        await bench.SendAsync(bench.Prowlarr, HttpMethod.Put, "indexer/bulk", JsonNode.Parse("""{"ids":[1],"enable":true,"priority":10}"""));
        Assert.Equal((true, true, true, 10), (Copy.IsUsedForRss, Copy.IsUsedForAutomaticSearch, Copy.IsUsedForInteractiveSearch, Copy.Priority));
    }

    [Fact]
    public async Task What_is_switched_in_the_application_is_undone_by_the_next_sync()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        var off = Off.DeepClone();
        off["ids"] = new JsonArray(Copy.Id);
        await bench.SendAsync(bench.Sonarr, HttpMethod.Put, "indexer/bulk", off);
        Assert.False(Copy.IsEnabled);

        await bench.SendAsync(bench.Prowlarr, HttpMethod.Post, "command", JsonNode.Parse("""{"name":"ApplicationIndexerSync"}"""));
        Assert.True(Copy.IsEnabled);
    }

    [Fact]
    public void An_application_asks_its_own_indexers_alone()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        bench.Sonarr.RunRssSync();
        bench.Sonarr.Search("a film");
        Assert.Equal(3, bench.Tracker.RequestCount);

        bench.Prowlarr.Switch(bench.Prowlarr.Indexers[0], isOn: false);
        Assert.False(Copy.IsEnabled);
        bench.Prowlarr.Remove(bench.Prowlarr.Indexers[0]);
        Assert.Equal(["Demo S"], bench.Sonarr.Indexers.Select(indexer => indexer.Name));
    }

    [Fact]
    public async Task A_copy_that_was_added_alone_is_never_touched_again()
    {
        bench.Prowlarr.Connect(bench.Sonarr, SyncLevel.AddOnly);
        await bench.SendAsync(bench.Prowlarr, HttpMethod.Put, "indexer/bulk", Off);
        Assert.True(Copy.IsEnabled);
    }

    [Fact]
    public async Task What_is_deleted_at_Prowlarr_goes_from_the_application_and_from_the_history()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        Assert.Equal(200, (await bench.SendAsync(bench.Prowlarr, HttpMethod.Delete, "indexer/1", body: null)).Status);
        Assert.Equal(["Demo S"], bench.Sonarr.Indexers.Select(indexer => indexer.Name));
        Assert.Equal("[]", (await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-01")).Text);
    }

    [Fact]
    public async Task A_test_of_a_copy_asks_the_site_through_Prowlarr()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        var shown = JsonNode.Parse((await bench.GetAsync(bench.Sonarr, $"indexer/{Copy.Id}")).Text);
        Assert.Equal(200, (await bench.SendAsync(bench.Sonarr, HttpMethod.Post, "indexer/test", shown)).Status);

        var history = (await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-01")).Body;
        Assert.Equal((2, 2), (bench.Tracker.RequestCount, history.GetArrayLength()));
        Assert.Equal("Sonarr", history[1].GetProperty("data").GetProperty("source").GetString());

        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        var reply = await bench.SendAsync(bench.Sonarr, HttpMethod.Post, "indexer/test", shown);
        Assert.StartsWith("Query successful, but no results", reply.Message, StringComparison.Ordinal);
        Assert.NotNull(bench.Prowlarr.Indexers[0].BackOff.DisabledTill);
    }

    [Fact]
    public async Task A_resource_without_a_field_resets_it_and_a_hidden_key_stays()
    {
        var shown = await bench.ShownAsync(bench.Radarr);
        shown["fields"] = new JsonArray(shown["fields"]!.AsArray().Take(3).Select(field => field!.DeepClone()).ToArray());
        shown["priority"] = 7;
        Assert.Equal(202, (await bench.SendAsync(bench.Radarr, HttpMethod.Put, "indexer/1?forceSave=true", shown)).Status);

        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        Assert.Contains($"cat=2000,2010,2020,2030,2040,2045,2050,2060&extended=1&apikey={bench.Tracker.ApiKey}", (await bench.TestAsync(bench.Radarr)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_key_of_an_indexer_without_an_id_is_sent_as_it_is()
    {
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        var shown = await bench.ShownAsync(bench.Prowlarr);
        (shown["id"], shown["name"]) = (0, "Another");
        Assert.Contains("apikey=********", (await bench.SendAsync(bench.Prowlarr, HttpMethod.Post, "indexer/test", shown)).Message, StringComparison.Ordinal);
        Assert.Null(bench.Prowlarr.Indexers[0].BackOff.DisabledTill);
    }

    [Fact]
    public async Task What_the_schema_tells_is_added_once_it_has_a_profile()
    {
        var schema = JsonNode.Parse((await bench.GetAsync(bench.Prowlarr, "indexer/schema")).Text)!.AsArray()[1]!;
        (schema["name"], schema["fields"]![0]!["value"]) = ("Another", bench.Tracker.Url.ToString());
        Assert.Equal((400, "App profile does not exist"), await bench.SendAsync(bench.Prowlarr, HttpMethod.Post, "indexer", schema) is var refused ? (refused.Status, refused.Message) : default);

        schema["appProfileId"] = 1;
        Assert.Equal(201, (await bench.SendAsync(bench.Prowlarr, HttpMethod.Post, "indexer", schema)).Status);
        Assert.Equal(["Another", "Demo A"], bench.Prowlarr.Indexers.Select(indexer => indexer.Name));
    }

    [Fact]
    public async Task An_old_version_has_no_bulk()
    {
        bench.Radarr.HasBulk = false;
        Assert.Equal(405, (await bench.SendAsync(bench.Radarr, HttpMethod.Put, "indexer/bulk", Off)).Status);
        Assert.True(bench.Radarr.Indexers[0].IsEnabled);
    }

    [Fact]
    public async Task An_answer_out_of_the_cache_asks_no_site()
    {
        bench.Prowlarr.RunRssSync(isCached: true);
        Assert.Equal(0, bench.Tracker.RequestCount);
        Assert.Equal("1", (await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-01")).Body[0].GetProperty("data").GetProperty("cached").GetString());
    }

    [Fact]
    public async Task Prowlarr_keeps_thirty_days_of_ninety_with_twenty_indexers()
    {
        var trackers = Enumerable.Range(0, 20).Select(number => new FakeTracker($"Site {number}")).ToList();
        foreach (var tracker in trackers)
        {
            bench.Prowlarr.AddIndexer(tracker.Name, tracker);
        }

        await bench.SendAsync(bench.Prowlarr, HttpMethod.Put, "indexer/bulk", Off);
        for (var sync = 0; sync < 90 * 24 * 4; sync++)
        {
            bench.Prowlarr.RunRssSync();
            bench.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.All(trackers, tracker => Assert.Equal(90 * 24 * 4, tracker.RequestCount));
        var history = (await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-01")).Body;
        Assert.Equal(20 * ((30 * 24 * 4) + 1), history.GetArrayLength());
        var since = bench.Clock.GetUtcNow().AddHours(-1).ToString("O");
        Assert.Equal(20 * 4, (await bench.GetAsync(bench.Prowlarr, $"history/since?date={Uri.EscapeDataString(since)}")).Body.GetArrayLength());
    }
}
