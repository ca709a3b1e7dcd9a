using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers.Views;

public sealed class InstanceAnswersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(-60, 2)]
    public async Task What_was_told_is_used_for_five_minutes_and_never_when_the_clock_moved_back(int minutes, int lists)
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        await bench.Get<IndexerWatch>().LookAsync(Cancellation);
        bench.Pass(TimeSpan.FromMinutes(minutes));
        await bench.Get<IndexerWatch>().LookAsync(Cancellation);
        Assert.Equal(lists, sonarr.Requests.Count(HttpMethod.Get, "/api/v3/indexer"));
    }

    [Fact]
    public async Task One_that_is_forgotten_is_read_again_alone()
    {
        await using var bench = new IndexerBench();
        var sonarr = await bench.SonarrAsync();
        sonarr.AddIndexer("Demo A", new("Demo A"));
        await bench.Get<IndexerWatch>().LookAsync(Cancellation);
        await bench.Get<ServarrClients>().Of("sonarr")!.Indexers.SwitchAsync(1, IndexerFlags.Off, Cancellation);
        Assert.True(bench.Get<InstanceAnswers>().Forget(new IndexerKey("sonarr", 1)));
        Assert.False((await bench.Get<IndexerWatch>().LookAsync(Cancellation)).Find(new("sonarr", 1))!.IsOn);
        Assert.Equal(1, sonarr.Requests.Count(HttpMethod.Get, "/api/v3/indexer"));
    }

    [Fact]
    public void A_block_whose_time_is_over_is_none()
    {
        var prowlarr = new Instance { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = new("http://prowlarr.example"), ApiKey = "key" };
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var answer = new InstanceAnswer(
            prowlarr, now, [new() { Id = 1 }, new() { Id = 2 }], [new() { IndexerId = 1, DisabledTill = now }, new() { IndexerId = 2, DisabledTill = now.AddSeconds(1) }], [], []);
        Assert.Equal([false, true], Look.Of([answer], new Dictionary<string, ServarrException>(), [prowlarr]).Indexers.Select(indexer => indexer.IsBlocked));
    }

    [Fact]
    public async Task A_failure_that_several_sources_tell_is_remembered_once()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, sonarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync());
        prowlarr.AddIndexer("Demo P", new("Demo P", TrackerBehaviour.Unavailable));
        sonarr.AddIndexer("Demo S", new("Demo S", TrackerBehaviour.Unavailable));
        bench.Pass(TimeSpan.FromHours(1));
        for (var time = 0; time < 8; time++)
        {
            prowlarr.RunRssSync();
            sonarr.RunRssSync();
        }

        await bench.HealthAsync();
        await bench.HealthAsync();
        Assert.Equal((1, 1), ((await bench.SeenAsync("prowlarr", 1)).Count, (await bench.SeenAsync("sonarr", 1)).Count));
    }
}
