using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Indexers.Healing;

/// <summary>A store that fails at any one write of taking an indexer out and bringing it back, or is gone from there on until the next start.</summary>
public sealed class HealCutOffTests
{
    private static readonly HealOptions Options = new() { DryRun = false, CoolDown = TimeSpan.FromMinutes(30) };

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_dead_indexer_goes_out_and_comes_back_with_its_flags_wherever_a_write_is_cut_off(bool isMade, bool staysDown)
    {
        // What it is dead of is written undisturbed.
        const int Writes = 6;
        var isReached = true;
        for (var at = Writes; isReached; at++)
        {
            var cut = new CutOff(at, isMade, staysDown);
            await using var bench = new IndexerBench(Options, tables: new CutOffTables(new MemoryTableStore(), cut));
            var sonarr = await bench.SonarrAsync();
            FakeTracker tracker = new("Demo A", TrackerBehaviour.Unavailable);
            sonarr.AddIndexer("Demo A", tracker, automaticSearch: false);
            sonarr.AddIndexer("Demo B", new("Demo B"));
            bench.Pass(TimeSpan.FromDays(1));
            var dead = Enumerable.Range(0, 8).Select(number => New.FailedTest(0) with { Time = bench.Now.AddHours(-2 * number) });
            await bench.Get<Evidence>().AddAsync(new("sonarr", 1), "Demo A", [.. dead], TestContext.Current.CancellationToken);

            await HealAsync(bench, cut, 3);
            Assert.Equal((at, false), (at, sonarr.Indexers[0].IsEnabled));
            tracker.Becomes(TrackerBehaviour.Works());
            await HealAsync(bench, cut, 12);
            isReached = cut.WasReached;

            var after = sonarr.Indexers[0];
            Assert.Equal((at, true, false, true), (at, after.IsUsedForRss, after.IsUsedForAutomaticSearch, after.IsUsedForInteractiveSearch));
            Assert.Null((await bench.RecordAsync("sonarr", 1)).Custody);
            Assert.True(sonarr.Indexers[1].IsEnabled);
            Assert.InRange(at, Writes, 100);
        }
    }

    private static async Task HealAsync(IndexerBench bench, CutOff cut, int times)
    {
        for (; times > 0; times--)
        {
            try
            {
                await bench.HealAsync();
            }
            catch (StoreException)
            {
                cut.Restart();
            }

            bench.Pass(TimeSpan.FromHours(1));
        }
    }
}
