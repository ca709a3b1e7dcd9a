using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers;

public sealed class SweepTests
{
    [Fact]
    public async Task A_dead_indexer_is_switched_off_in_Prowlarr_and_brought_back_when_it_works()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        var sonarr = await bench.SonarrAsync();
        prowlarr.Connect(sonarr);
        var tracker = new FakeTracker("Demo A");
        prowlarr.AddIndexer("Demo A", tracker);
        prowlarr.AddIndexer("Demo B", new("Demo B"));
        prowlarr.AddIndexer("Demo C", new("Demo C"));
        await bench.LiveAsync(TimeSpan.FromHours(3));
        Assert.All(prowlarr.Indexers, indexer => Assert.True(indexer.IsEnabled));

        tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.LiveAsync(TimeSpan.FromHours(17));
        Assert.False(prowlarr.Indexers[0].IsEnabled);
        Assert.False(sonarr.Indexers[0].IsEnabled);
        Assert.Equal(["indexer.disabled"], (await bench.EventsAsync()).Select(told => told.Name));

        tracker.Becomes(TrackerBehaviour.Works());
        await bench.LiveAsync(TimeSpan.FromHours(30));
        Assert.All(prowlarr.Indexers, indexer => Assert.True(indexer.IsEnabled));
        Assert.Equal(["indexer.disabled", "indexer.enabled"], (await bench.EventsAsync()).Select(told => told.Name));
        Assert.Null((await bench.RecordAsync("prowlarr", 1)).Custody);
    }

    [Fact]
    public async Task A_dry_run_tests_and_changes_nothing_and_shows_its_plan()
    {
        await using var bench = new IndexerBench(new HealOptions());
        var prowlarr = await bench.ProwlarrAsync();
        var tracker = new FakeTracker("Demo A", TrackerBehaviour.Unavailable);
        prowlarr.AddIndexer("Demo A", tracker);
        prowlarr.AddIndexer("Demo B", new("Demo B"));
        prowlarr.AddIndexer("Demo C", new("Demo C"));
        await bench.LiveAsync(TimeSpan.FromHours(30));
        Assert.All(prowlarr.Indexers, indexer => Assert.True(indexer.IsEnabled));
        Assert.DoesNotContain(prowlarr.Requests.All, request => request.Path.EndsWith("/test", StringComparison.Ordinal));
        var plan = await bench.Get<HealPlans>().FindAsync(TestContext.Current.CancellationToken);
        var entry = Assert.Single(plan!.Indexers, one => one.Action is HealAction.Disable);
        Assert.Equal("Demo A", entry.Name);
        Assert.NotNull(entry.Test);
    }

    [Fact]
    public async Task What_is_out_in_an_instance_that_is_not_configured_any_more_is_told_with_each_sweep()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        await bench.SonarrAsync();
        prowlarr.AddIndexer("Demo A", new("Demo A", TrackerBehaviour.Unavailable));
        prowlarr.AddIndexer("Demo B", new("Demo B"));
        prowlarr.AddIndexer("Demo C", new("Demo C"));
        await bench.LiveAsync(TimeSpan.FromHours(20));
        Assert.False(prowlarr.Indexers[0].IsEnabled);
        Assert.DoesNotContain("not configured", await bench.HealthAsync(), StringComparison.Ordinal);

        bench.Drop("prowlarr");
        await bench.RestartAsync();

        Assert.EndsWith(
            "; Demo A was taken out in prowlarr, which is not configured any more: switch it on there, or configure the instance under that name again",
            await bench.HealthAsync(),
            StringComparison.Ordinal);
        Assert.Equal(CustodyState.Out, (await bench.RecordAsync("prowlarr", 1)).Custody?.State);
    }
}
