using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Indexers;

public sealed class SilentIndexerTests
{
    [Fact]
    public async Task An_indexer_whose_name_is_not_found_leaves_no_trace_in_Prowlarr_and_is_taken_out_all_the_same()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        var tracker = new FakeTracker("Gone");
        prowlarr.AddIndexer("Gone", tracker);
        prowlarr.AddIndexer("Demo B", new("Demo B"));
        prowlarr.AddIndexer("Demo C", new("Demo C"));
        await bench.LiveAsync(TimeSpan.FromHours(2));
        tracker.Becomes(TrackerBehaviour.NoSuchHost);
        await bench.LiveAsync(TimeSpan.FromHours(36));
        Assert.False(prowlarr.Indexers.Single(indexer => indexer.Name == "Gone").IsEnabled);
    }

    [Fact]
    public async Task An_indexer_that_nobody_uses_is_asked_twice_a_day()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        var tracker = new FakeTracker("Idle");
        prowlarr.AddIndexer("Idle", tracker);
        for (var half = 0; half < 96; half++)
        {
            bench.Pass(TimeSpan.FromMinutes(30));
            await bench.HealthAsync();
        }

        Assert.InRange(tracker.RequestCount, 4, 5);
    }
}
