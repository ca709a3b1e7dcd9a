using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;

namespace ArrFunctions.Tests.Indexers;

/// <summary>What the instances are asked in the course of a day, with what they told kept for a while and without.</summary>
public sealed class SimulationCacheTests(ITestOutputHelper output)
{
    private const int Dashboards = 3;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    private static TimeSpan Day => TimeSpan.FromHours(TestSettings.IsThorough ? 24 : 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dashboards_sweeps_and_people_ask_an_instance_together_far_less_than_each_alone()
    {
        var with = await RequestsAsync(new());
        var without = await RequestsAsync(new() { CacheFor = TimeSpan.Zero });

        output.WriteLine($"{Day.TotalHours} h with {Dashboards} dashboards: {with} requests, {without} without the cache: {1 - ((double)with / without):0.0%} fewer");
        Assert.InRange(with, 1, without * 0.4);
    }

    private static async Task<int> RequestsAsync(IndexersOptions options)
    {
        await using var bench = new IndexerBench(options: options);
        var (prowlarr, sonarr, radarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync(), await bench.RadarrAsync());
        foreach (var letter in "ABCDEF")
        {
            prowlarr.AddIndexer($"Demo {letter}", new($"Demo {letter}", letter == 'F' ? TrackerBehaviour.Unavailable : null));
        }

        prowlarr.Connect(sonarr);
        prowlarr.Connect(radarr);
        sonarr.AddIndexer("Own S", new("Own S"));
        radarr.AddIndexer("Own R", new("Own R"));
        for (var end = bench.Now + Day; bench.Now < end;)
        {
            bench.Pass(Poll);
            for (var dashboard = 0; dashboard < Dashboards; dashboard++)
            {
                Assert.Equal(3, (await bench.Get<IndexersReport>().ReadAsync(instance: null, Cancellation)).Instances.Count);
            }

            if (bench.Now is { Second: 0, Minute: 0 or 15 or 30 or 45 })
            {
                bench.ReadFeeds();
            }

            if (bench.Now is { Second: 0, Minute: 0 or 30 })
            {
                await bench.HealthAsync();
            }

            if (bench.Now is { Second: 0, Minute: 0 } and { Hour: var hour } && hour % 2 == 0)
            {
                await bench.HealAsync();
            }

            if (bench.Now is { Second: 0, Minute: 20 })
            {
                Assert.IsType<ControlOutcome.Tested>(await bench.Get<IndexerControl>().TestAsync(new("prowlarr", 1), isForced: false, "person", Cancellation));
            }
        }

        return bench.Requests;
    }
}
