using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Indexers;

/// <summary>What the simulated months brought to light, each alone.</summary>
public sealed class SimulationFindingTests
{
    [Fact]
    public async Task An_indexer_that_gets_no_connection_is_found_although_Prowlarr_tells_nothing_of_it()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, tracker) = await WellAsync(bench);
        await LiveAsync(bench, TimeSpan.FromDays(1));
        Assert.Equal(0, prowlarr.Requests.Count(HttpMethod.Post, "/api/v1/indexer/test"));

        tracker.Becomes(TrackerBehaviour.NoSuchHost);
        await LiveAsync(bench, TimeSpan.FromHours(38));

        Assert.Equal([false, true, true], prowlarr.Indexers.Select(indexer => indexer.IsEnabled));
    }

    [Fact]
    public async Task An_indexer_that_answers_with_nothing_stays_on_after_an_outage()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, tracker) = await WellAsync(bench);
        tracker.Becomes(TrackerBehaviour.Empty);
        await LiveAsync(bench, TimeSpan.FromHours(6));
        tracker.Becomes(TrackerBehaviour.Hangs(TimeSpan.Zero));
        await LiveAsync(bench, TimeSpan.FromHours(11));

        tracker.Becomes(TrackerBehaviour.Empty);
        await LiveAsync(bench, TimeSpan.FromDays(2));

        Assert.All(prowlarr.Indexers, indexer => Assert.True(indexer.IsEnabled));
    }

    [Fact]
    public async Task A_direct_indexer_that_failed_once_is_tested_again_soon_while_its_instance_asks_it()
    {
        await using var bench = new IndexerBench();
        var (sonarr, tracker) = (await bench.SonarrAsync(), new FakeTracker("Demo A", TrackerBehaviour.Unavailable));
        sonarr.AddIndexer("Demo A", tracker);
        await bench.HealthAsync();
        Assert.NotNull((await bench.RecordAsync("sonarr", 1)).FailingSince);

        tracker.Becomes(TrackerBehaviour.Works());
        bench.Pass(TimeSpan.FromMinutes(59));
        await bench.HealthAsync();
        Assert.Equal(1, tracker.RequestCount);
        bench.Pass(TimeSpan.FromMinutes(1));
        await bench.HealthAsync();

        Assert.Equal(2, tracker.RequestCount);
        Assert.Null((await bench.RecordAsync("sonarr", 1)).FailingSince);
    }

    private static async Task<(FakeProwlarr Prowlarr, FakeTracker Tracker)> WellAsync(IndexerBench bench)
    {
        var (prowlarr, tracker) = (await bench.ProwlarrAsync(), new FakeTracker("Demo A"));
        prowlarr.AddIndexer("Demo A", tracker);
        prowlarr.AddIndexer("Demo B", new("Demo B"));
        prowlarr.AddIndexer("Demo C", new("Demo C"));
        return (prowlarr, tracker);
    }

    /// <summary>Feeds are read between the sweeps, so that a short block is over when one looks.</summary>
    private static async Task LiveAsync(IndexerBench bench, TimeSpan span)
    {
        for (var end = bench.Now + span; bench.Now < end;)
        {
            bench.Pass(TimeSpan.FromMinutes(10));
            bench.ReadFeeds();
            bench.Pass(TimeSpan.FromMinutes(20));
            await bench.HealthAsync();
            if (bench.Now.Minute == 0 && bench.Now.Hour % 2 == 0)
            {
                await bench.HealAsync();
            }
        }
    }
}
