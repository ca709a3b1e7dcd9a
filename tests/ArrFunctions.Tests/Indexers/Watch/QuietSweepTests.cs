using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Tests.Indexers.Watch;

public sealed class QuietSweepTests
{
    [Fact]
    public async Task One_of_Sonarr_that_works_is_tested_every_three_hours()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        sonarr.AddIndexer("Demo A", new("Demo A"));
        await bench.LiveAsync(TimeSpan.FromHours(24));
        Assert.Equal(8, sonarr.Requests.Count(HttpMethod.Post, "/api/v3/indexer/test"));
    }

    [Fact]
    public async Task A_place_in_the_history_that_lies_in_the_future_keeps_nothing_waiting()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        prowlarr.AddIndexer("Demo A", new("Demo A"));
        await bench.Get<HistoryCursors>().MoveAsync("prowlarr", bench.Now.AddDays(9), TestContext.Current.CancellationToken);
        prowlarr.RunRssSync();
        bench.Pass(TimeSpan.FromMinutes(25));
        await bench.HealthAsync();
        Assert.Equal(ObservationSource.Query, Assert.Single(await bench.SeenAsync("prowlarr", 1)).Source);
        Assert.InRange((await bench.Get<HistoryCursors>().FindAsync("prowlarr", TestContext.Current.CancellationToken))!.Value, bench.Now.AddDays(-1), bench.Now);
    }

    [Fact]
    public async Task A_test_that_was_not_made_is_not_counted()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        sonarr.AddIndexer("Demo A", new("Demo A"));
        Assert.Equal("1 indexer is on, 0 of them fail; 1 tested", await bench.HealthAsync());
        await bench.Get<IndexerRecords>().ChangeAsync(
            new("sonarr", 1), record => record with { LastTest = bench.Now.AddDays(300), NextTest = bench.Now.AddDays(301) }, told: null, TestContext.Current.CancellationToken);

        Assert.Equal("1 indexer is on, 0 of them fail; 0 tested", await bench.HealthAsync());
        Assert.Equal(1, sonarr.Requests.Count(HttpMethod.Post, "/api/v3/indexer/test"));
    }
}
