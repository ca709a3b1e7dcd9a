using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers.Reports;

namespace ArrFunctions.Tests.Indexers;

public sealed class IndexersReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_tells_how_each_stands_and_what_its_instance_finds_wrong()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        var sonarr = await bench.SonarrAsync();
        prowlarr.AddIndexer("Dead", new("Dead", TrackerBehaviour.Unavailable));
        prowlarr.AddIndexer("Well", new("Well"));
        prowlarr.AddIndexer("Off", new("Off"), enable: false);
        sonarr.AddIndexer("Own", new("Own"));
        prowlarr.Connect(sonarr);
        await bench.LiveAsync(TimeSpan.FromHours(2));

        var list = await bench.Get<IndexersReport>().ReadAsync(instance: null, Cancellation);

        var (atProwlarr, atSonarr) = (list.Instances[0], list.Instances[1]);
        Assert.Equal(
            [("Dead", IndexerState.Blocked), ("Off", IndexerState.SwitchedOff), ("Well", IndexerState.Working)],
            atProwlarr.Indexers.Select(indexer => (indexer.Name, indexer.State)));
        Assert.Equal(
            [("Dead (Prowlarr)", "prowlarr/1", IndexerState.Blocked), ("Own", null, IndexerState.Working), ("Well (Prowlarr)", "prowlarr/2", IndexerState.Working)],
            atSonarr.Indexers.Where(indexer => !indexer.Name.StartsWith("Off", StringComparison.Ordinal)).Select(indexer => (indexer.Name, indexer.ManagedBy, indexer.State)));
        Assert.Contains(atProwlarr.Health, item => item is { Check: "IndexerStatusCheck", Message: "Indexers unavailable due to failures: Dead" });
        Assert.Equal(1, atProwlarr.Indexers[2].Availability.Day);
        Assert.Equal(30, atProwlarr.Indexers[2].Availability.Days.Count);
    }

    [Fact]
    public async Task An_instance_that_cannot_be_asked_is_listed_with_the_reason()
    {
        await using var bench = new IndexerBench();
        (await bench.ProwlarrAsync()).Disturbance = Disturbance.RefusesKey;

        var only = Assert.Single((await bench.Get<IndexersReport>().ReadAsync("PROWLARR", Cancellation)).Instances);

        Assert.Contains("refused the API key", only.Error, StringComparison.Ordinal);
        Assert.Empty(only.Indexers);
    }

    [Fact]
    public async Task An_outage_is_listed_as_long_as_it_lasts()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        FakeTracker[] trackers = [new("A"), new("B")];
        Array.ForEach(trackers, tracker => prowlarr.AddIndexer(tracker.Name, tracker));
        await bench.LiveAsync(TimeSpan.FromHours(2));
        Array.ForEach(trackers, tracker => tracker.Becomes(TrackerBehaviour.Unavailable));
        await bench.LiveAsync(TimeSpan.FromHours(2));

        var lasting = Assert.Single((await bench.Get<IndexersReport>().ReadAsync(instance: null, Cancellation)).Outages);
        Assert.Equal(("prowlarr", 2), (lasting.Scope, lasting.Failing));

        Array.ForEach(trackers, tracker => tracker.Becomes(TrackerBehaviour.Works()));
        await bench.LiveAsync(TimeSpan.FromDays(1));
        Assert.Empty((await bench.Get<IndexersReport>().ReadAsync(instance: null, Cancellation)).Outages);
    }

    [Fact]
    public async Task Figures_count_questions_and_what_Prowlarr_grabbed()
    {
        await using var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        prowlarr.AddIndexer("Well", new("Well"));
        await bench.LiveAsync(TimeSpan.FromHours(2));

        var counted = Assert.Single((await bench.Get<IndexerCounts>().ReadAsync(7, Cancellation)).Instances);

        Assert.Equal((1, 1, 0, 1.0), (counted.Total, counted.Enabled, counted.FailedQuestions, counted.SuccessRate));
        Assert.InRange(counted.Questions, 7, 9); // The last one may lie at the very end of the window.
        Assert.Equal((0, 0), (counted.Indexers[0].Grabs, counted.Indexers[0].FailedGrabs));
    }
}
