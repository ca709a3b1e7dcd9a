using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Servarr;

namespace ArrFunctions.Tests.Indexers;

/// <summary>How long a sweep takes where some do not answer.</summary>
public sealed class SimulationHangTests(ITestOutputHelper output)
{
    private const int Instances = 10;

    private const int Indexers = 20;

    /// <summary>One of so many hangs.</summary>
    private const int Hanging = 7;

    /// <summary>What all the rest may take on a busy machine.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(25);

    private static TimeSpan Hang => TimeSpan.FromSeconds(TestSettings.IsThorough ? 100 : 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_over_200_indexers_takes_as_long_as_the_slowest_test_and_not_their_sum()
    {
        await using var bench = new IndexerBench(time: TimeProvider.System);
        var trackers = new List<FakeTracker>();
        for (var instance = 0; instance < Instances; instance++)
        {
            FakeLibrary app = instance % 2 == 0 ? await bench.SonarrAsync($"sonarr-{instance}") : await bench.RadarrAsync($"radarr-{instance}");
            for (var indexer = 0; indexer < Indexers; indexer++)
            {
                trackers.Add(new($"Demo {instance} {indexer}", trackers.Count % Hanging == 0 ? TrackerBehaviour.Hangs(Hang) : null));
                app.AddIndexer(trackers[^1].Name, trackers[^1]);
            }
        }

        var started = TimeProvider.System.GetTimestamp();
        var words = await bench.HealthAsync();
        var elapsed = TimeProvider.System.GetElapsedTime(started);

        var hanging = (trackers.Count + Hanging - 1) / Hanging;
        output.WriteLine($"{trackers.Count} indexers of {Instances} instances, {hanging} of them hang {Hang.TotalSeconds} s: {elapsed.TotalSeconds:0.0} s, one after the other {hanging * Hang.TotalSeconds} s; {words}");
        Assert.All(trackers, tracker => Assert.Equal(1, tracker.RequestCount));
        Assert.Equal($"200 indexers are on, {hanging} of them fail; 200 tested", words);
        Assert.InRange(elapsed, Hang, Hang + Rest);
    }

    [Fact]
    public async Task A_history_that_never_ends_keeps_the_others_for_ten_minutes_at_most()
    {
        var clock = new ObservedClock();
        await using var bench = new IndexerBench(time: clock);
        var (prowlarr, other) = (await bench.ProwlarrAsync(), await bench.SonarrAsync());
        prowlarr.AddIndexer("Demo A", new("Demo A"));
        other.AddIndexer("Demo B", new("Demo B"));
        prowlarr.RunRssSync();
        prowlarr.Disturbances.DripPause = 2 * HealthSweep.LongestReading;
        prowlarr.Disturbances.Set("history/since", Disturbance.Dripping);

        var sweep = bench.HealthAsync();
        await clock.SetAsync(time => time == prowlarr.Disturbances.DripPause, Cancellation);
        clock.Advance(HealthSweep.LongestReading);

        Assert.Contains("did not tell its history within 10 minutes", await sweep, StringComparison.Ordinal);
        Assert.DoesNotContain(await bench.SeenAsync("prowlarr", 1), seen => seen.Outcome is ObservationOutcome.Failed);
        Assert.Equal([(ObservationSource.Test, ObservationOutcome.Ok)], (await bench.SeenAsync("sonarr", 1)).Select(seen => (seen.Source, seen.Outcome)));
    }

    [Theory]
    [InlineData(Disturbance.Silent)]
    [InlineData(Disturbance.Dripping)]
    public async Task An_instance_that_never_answers_keeps_the_others_for_two_minutes_at_most(Disturbance disturbance)
    {
        var clock = new ObservedClock();
        await using var bench = new IndexerBench(time: clock);
        var (silent, other) = (await bench.SonarrAsync("silent"), await bench.SonarrAsync("other"));
        silent.AddIndexer("Demo A", new("Demo A"));
        other.AddIndexer("Demo B", new("Demo B"));
        silent.Disturbance = disturbance;

        var sweep = bench.HealthAsync();
        await clock.SetAsync(time => time == IndexerWatch.Patience, Cancellation);
        await bench.Get<InstanceAnswers>().OfAsync(bench.Get<ServarrClients>().Of("other")!, Cancellation);
        Assert.False(sweep.IsCompleted);
        clock.Advance(IndexerWatch.Patience);

        Assert.Contains("did not tell of its indexers within 120 seconds", await sweep, StringComparison.Ordinal);
        Assert.Empty(await bench.SeenAsync("silent", 1));
        Assert.Equal([(ObservationSource.Test, ObservationOutcome.Ok)], (await bench.SeenAsync("other", 1)).Select(seen => (seen.Source, seen.Outcome)));
    }
}
