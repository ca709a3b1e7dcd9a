using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>Two who sweep at once, or who saw the same at different times.</summary>
public sealed class TwoSweepsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_sweeps_at_once_test_each_indexer_once_and_take_it_out_once()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, tracker) = await DyingAsync(bench);
        var before = tracker.RequestCount;

        await Task.WhenAll(bench.HealAsync(), bench.HealAsync(), bench.HealthAsync(), bench.HealthAsync());
        bench.Pass(TimeSpan.FromMinutes(6));
        await bench.HealAsync();

        Assert.Equal(before + 1, tracker.RequestCount);
        Assert.Equal([false, true, true], prowlarr.Indexers.Select(indexer => indexer.IsEnabled));
        var custody = (await bench.RecordAsync("prowlarr", 1)).Custody!;
        Assert.Equal((CustodyState.Out, IndexerFlags.On), (custody.State, custody.Flags));
    }

    [Fact]
    public async Task Another_process_that_saw_it_on_a_moment_ago_does_not_give_it_up()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, _) = await DyingAsync(bench);
        await using var other = bench.NewProcess();
        await other.GetRequiredService<IndexerWatch>().LookAsync(Cancellation);
        await bench.HealAsync();
        Assert.False(prowlarr.Indexers[0].IsEnabled);

        await other.GetRequiredService<HealthSweep>().RunAsync("other", Cancellation);
        await other.GetRequiredService<HealSweep>().RunAsync(isDryRun: false, "other", Cancellation);

        Assert.Equal(CustodyState.Out, (await bench.RecordAsync("prowlarr", 1)).Custody!.State);
        Assert.Equal([false, true, true], prowlarr.Indexers.Select(indexer => indexer.IsEnabled));
        Assert.Equal(["indexer.disabled"], (await bench.EventsAsync()).Select(told => told.Name));
    }

    [Fact]
    public async Task Another_process_that_saw_it_off_a_moment_ago_changes_nothing()
    {
        await using var bench = new IndexerBench();
        var (prowlarr, tracker) = await DyingAsync(bench);
        await bench.HealAsync();
        await using var other = bench.NewProcess();
        await other.GetRequiredService<IndexerWatch>().LookAsync(Cancellation);
        tracker.Becomes(TrackerBehaviour.Works());
        var seen = (await bench.Get<IndexerWatch>().LookAsync(Cancellation)).Find(new("prowlarr", 1))!;
        Assert.IsType<SwitchOutcome.Switched>(await bench.Get<IndexerSwitch>().BringBackAsync(seen, "it works", "test", Cancellation));

        await other.GetRequiredService<HealSweep>().RunAsync(isDryRun: false, "other", Cancellation);

        Assert.True(prowlarr.Indexers[0].IsEnabled);
        Assert.Null((await bench.RecordAsync("prowlarr", 1)).Custody);
    }

    /// <summary>The first of three has been failing for so long that the next heal sweep takes it out.</summary>
    private static async Task<(FakeProwlarr Prowlarr, FakeTracker Tracker)> DyingAsync(IndexerBench bench)
    {
        var prowlarr = await bench.ProwlarrAsync();
        FakeTracker tracker = new("Demo A");
        prowlarr.AddIndexer("Demo A", tracker);
        prowlarr.AddIndexer("Demo B", new("Demo B"));
        prowlarr.AddIndexer("Demo C", new("Demo C"));
        for (var hour = 0; hour < 20; hour++)
        {
            bench.Pass(TimeSpan.FromHours(1));
            tracker.Becomes(hour < 3 ? TrackerBehaviour.Works() : TrackerBehaviour.Unavailable);
            prowlarr.RunRssSync();
            await bench.HealthAsync();
        }

        bench.Pass(TimeSpan.FromMinutes(20));
        return (prowlarr, tracker);
    }
}
