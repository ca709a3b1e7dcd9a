using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>What happens around indexers over days.</summary>
public sealed class LongLifeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_in_Sonarr_is_tested_and_switched_at_Prowlarr()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, sonarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync());
        AddThree(prowlarr);
        prowlarr.Connect(sonarr);
        var control = bench.Get<IndexerControl>();

        var tested = Assert.IsType<ControlOutcome.Tested>(await control.TestAsync(new("sonarr", 1), isForced: false, "somebody", Cancellation));
        await control.DisableAsync(new("sonarr", 1), isForced: false, "somebody", Cancellation);

        Assert.Equal(new("prowlarr", 1), tested.At.Key);
        Assert.Equal((1, 0), (prowlarr.Requests.Count(HttpMethod.Post, "/api/v1/indexer/test"), sonarr.Requests.Count(HttpMethod.Post, "/api/v3/indexer/test")));
        Assert.Equal((1, 0), (prowlarr.Requests.Count(HttpMethod.Put, "/api/v1/indexer/bulk"), sonarr.Requests.Count(HttpMethod.Put, "/api/v3/indexer/bulk")));
        Assert.Equal((false, false), (prowlarr.Indexers[0].IsEnabled, sonarr.Indexers[0].IsEnabled));
    }

    [Fact]
    public async Task A_copy_is_not_judged_at_Sonarr_while_Prowlarr_is_silent_for_a_day()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, sonarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync());
        AddThree(prowlarr);
        prowlarr.Connect(sonarr);
        await bench.LiveAsync(TimeSpan.FromHours(3));
        var before = await bench.RecordAsync("prowlarr", 1);
        prowlarr.Disturbance = Disturbance.RefusesKey;

        await bench.LiveAsync(TimeSpan.FromHours(24));
        Assert.Equal(0, sonarr.Requests.Count(HttpMethod.Post, "/api/v3/indexer/test"));
        Assert.Equal((before.LastAnswer, null), ((await bench.RecordAsync("prowlarr", 1)).LastAnswer, (await bench.RecordAsync("sonarr", 1)).LastTest));
        Assert.Contains("prowlarr", Assert.Single((await bench.Get<HealPlans>().FindAsync(Cancellation))!.Unseen).Instance, StringComparison.Ordinal);

        // What it asked meanwhile is in its history.
        prowlarr.Disturbance = Disturbance.None;
        await bench.HealthAsync();
        Assert.InRange((await bench.SeenAsync("prowlarr", 1)).Count, 108, 112);
        Assert.All(prowlarr.Indexers, indexer => Assert.True(indexer.IsEnabled));
    }

    [Fact]
    public async Task A_deleted_indexer_is_forgotten_and_one_that_is_made_anew_begins_anew()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        var dead = AddThree(prowlarr)[0];
        dead.Becomes(TrackerBehaviour.Unavailable);
        await bench.LiveAsync(TimeSpan.FromHours(20));
        Assert.NotNull((await bench.RecordAsync("prowlarr", 1)).Custody);

        await DeleteAsync(bench, 1);
        prowlarr.AddIndexer("Demo A", dead);
        await bench.LiveAsync(TimeSpan.FromHours(1));

        var records = await bench.Get<IndexerRecords>().AllAsync(Cancellation);
        Assert.Equal([2, 3, 4], records.Keys.Select(key => key.Id).Order());
        Assert.Equal((null, true), (records[new("prowlarr", 4)].Custody, prowlarr.Indexers[0].IsEnabled));
    }

    [Fact]
    public async Task A_renamed_indexer_stays_the_same()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        var dead = AddThree(prowlarr)[0];
        dead.Becomes(TrackerBehaviour.Unavailable);
        await bench.LiveAsync(TimeSpan.FromHours(20));
        await RenameAsync(bench, 1, "Zulu");

        dead.Becomes(TrackerBehaviour.Works());
        await bench.LiveAsync(TimeSpan.FromHours(30));

        Assert.Equal(("Zulu", null), ((await bench.RecordAsync("prowlarr", 1)).Name, (await bench.RecordAsync("prowlarr", 1)).Custody));
        Assert.All(prowlarr.Indexers, indexer => Assert.True(indexer.IsEnabled));
        Assert.Contains("Zulu is on again", (await bench.EventsAsync())[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_ahead_for_months_keeps_nothing_waiting()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        FakeTracker tracker = new("Demo A");
        sonarr.AddIndexer("Demo A", tracker);
        sonarr.AddIndexer("Demo B", new("Demo B"));
        sonarr.AddIndexer("Demo C", new("Demo C"));
        await bench.LiveAsync(TimeSpan.FromHours(6));
        bench.Pass(TimeSpan.FromDays(-100));
        tracker.Becomes(TrackerBehaviour.Unavailable);

        await bench.LiveAsync(TimeSpan.FromDays(4));

        Assert.Equal([false, true, true], sonarr.Indexers.Select(indexer => indexer.IsEnabled));
    }

    [Fact]
    public async Task What_Prowlarr_took_out_of_its_cache_is_no_answer_of_the_site()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        AddThree(prowlarr);
        bench.Pass(TimeSpan.FromHours(1));
        prowlarr.RunRssSync(isCached: true);
        await bench.HealthAsync();
        Assert.DoesNotContain(await bench.SeenAsync("prowlarr", 1), seen => seen.Source is ObservationSource.Query);
        Assert.Null((await bench.RecordAsync("prowlarr", 1)).LastHeard);
    }

    [Fact]
    public async Task A_hundred_thousand_questions_are_read_the_first_time()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        AddThree(prowlarr);
        for (var minute = 0; minute < 34_000; minute++)
        {
            bench.Pass(TimeSpan.FromMinutes(1));
            prowlarr.RunRssSync();
        }

        await bench.HealthAsync();

        Assert.Equal(34_000, (await bench.SeenAsync("prowlarr", 1)).Count);
        Assert.Equal(bench.Now, (await bench.RecordAsync("prowlarr", 3)).LastAnswer);
    }

    [Fact]
    public async Task No_key_is_stored_anywhere_after_a_long_life()
    {
        var tables = new RecordingTables(new MemoryTableStore());
        await using var bench = new IndexerBench(tables: tables);
        var (prowlarr, sonarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync());
        var trackers = AddThree(prowlarr);
        FakeTracker direct = new("Demo S");
        sonarr.AddIndexer("Demo S", direct);
        prowlarr.Connect(sonarr);
        TrackerBehaviour[] behaviours = [TrackerBehaviour.Unavailable, TrackerBehaviour.RateLimited(), TrackerBehaviour.Captcha, TrackerBehaviour.WrongKey, TrackerBehaviour.Works()];
        foreach (var (index, behaviour) in behaviours.Index())
        {
            trackers[index % 3].Becomes(behaviour);
            direct.Becomes(behaviour);
            await bench.LiveAsync(TimeSpan.FromHours(14), () =>
            {
                prowlarr.Search("a film");
                return Task.CompletedTask;
            });
            await bench.Get<IndexerControl>().TestAllAsync(isForced: true, "somebody", Cancellation);
        }

        Assert.NotEmpty(await bench.EventsAsync());
        Assert.True(tables.Written.Count > 200);
        string[] keys = [prowlarr.ApiKey, sonarr.ApiKey, direct.ApiKey, .. trackers.Select(tracker => tracker.ApiKey)];
        Assert.All(keys, key => Assert.DoesNotContain(tables.Written, content => content.Contains(key, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(tables.Written, content => content.Contains("apikey=key", StringComparison.OrdinalIgnoreCase));
    }

    private static FakeTracker[] AddThree(FakeProwlarr prowlarr)
    {
        FakeTracker[] trackers = [new("Demo A"), new("Demo B"), new("Demo C")];
        foreach (var tracker in trackers)
        {
            prowlarr.AddIndexer(tracker.Name, tracker);
        }

        return trackers;
    }

    private static async Task DeleteAsync(IndexerBench bench, int id) =>
        await Connection(bench).PostAsync(HttpMethod.Delete, $"indexer/{id}", "{}"u8.ToArray(), static (_, _) => Task.FromResult(true), Cancellation);

    private static async Task RenameAsync(IndexerBench bench, int id, string name)
    {
        var indexer = await Connection(bench).GetAsync($"indexer/{id}", ServarrJson.Default.JsonObject, Cancellation);
        indexer["name"] = name;
        await Connection(bench).PostAsync(
            HttpMethod.Put, $"indexer/{id}?forceSave=true", JsonSerializer.SerializeToUtf8Bytes(indexer, ServarrJson.Default.JsonObject), static (_, _) => Task.FromResult(true), Cancellation);
    }

    private static ServarrConnection Connection(IndexerBench bench) => bench.Get<ServarrClients>().Of("prowlarr")!.Connection;
}
