using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs.Batches;

/// <summary>What the clock makes of batches.</summary>
public sealed class BatchTimeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pace_and_end_follow_from_the_last_minutes()
    {
        using var bench = new BatchBench(2_000);
        var batch = await bench.StartAsync();
        var seen = new List<BatchProgress>();

        await bench.RunAsync(batch.Id, async () =>
        {
            bench.Jobs.Clock.Advance(TimeSpan.FromSeconds(100));
            seen.Add(await bench.ProgressAsync(batch.Id));
        });

        // 1,000 are queued at once, and done between two rests.
        Assert.Equal([0, 50], seen.Select(progress => progress.Percent));
        Assert.Null(seen[0].Eta);
        Assert.Equal(5, seen[1].ItemsPerSecond);
        Assert.Equal(bench.Jobs.Clock.GetUtcNow().AddSeconds(1_000 / 5), seen[1].Eta);
    }

    [Fact]
    public async Task A_batch_of_which_nothing_ends_is_told_of_once()
    {
        using var bench = new BatchBench(3);
        var batch = await bench.StartAsync();
        var rests = 0;

        await bench.Jobs.Get<BatchPhases>().PlanAsync(batch.Id, Cancellation);
        while (rests++ < 5)
        {
            bench.Jobs.Clock.Advance(TimeSpan.FromMinutes(16));
            await bench.Jobs.Get<BatchPhases>().ProgressAsync(batch.Id, Cancellation);
        }

        Assert.True((await bench.FindAsync(batch.Id)).IsStalled);
        Assert.Single(await bench.Jobs.EventsAsync(), told => told.Name == "batch.stalled");
    }

    [Fact]
    public async Task A_paused_lane_stalls_nothing()
    {
        using var bench = new BatchBench(3);
        var batch = await bench.StartAsync();
        await bench.Jobs.Get<BatchPhases>().PlanAsync(batch.Id, Cancellation);
        await bench.Jobs.Get<LaneSwitch>().SetAsync(Lane.Normal, isPaused: true, "key:test", Cancellation);

        bench.Jobs.Clock.Advance(TimeSpan.FromHours(5));
        await bench.Jobs.Get<BatchPhases>().ProgressAsync(batch.Id, Cancellation);

        Assert.DoesNotContain(await bench.Jobs.EventsAsync(), told => told.Name == "batch.stalled");
    }

    [Theory]
    [InlineData(false, 30)]
    [InlineData(true, 90)]
    public async Task A_batch_and_its_items_are_removed_when_their_time_is_over(bool hasFailed, int days)
    {
        var tables = new MemoryTableStore();
        using var bench = new BatchBench(450, job => Task.FromResult(hasFailed && job.Batch!.Index == 0 ? JobBench.Failed() : JobBench.Changed()), tables: tables);
        var ended = await bench.RunAsync((await bench.StartAsync()).Id);
        var single = await bench.Jobs.EndAsync(hasFailed ? JobBench.Failed() : JobBench.Changed());
        var cleanUp = bench.Jobs.Get<JobCleanUp>();

        bench.Jobs.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
        await cleanUp.RunAsync(Cancellation);
        Assert.NotNull(await bench.Store.FindAsync(ended.Id, Cancellation));
        Assert.NotNull(await bench.Jobs.Ledger.FindAsync(single.Id, Cancellation));

        bench.Jobs.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await cleanUp.IsDueAsync(Cancellation));
        await cleanUp.RunAsync(Cancellation);

        Assert.Null(await bench.Store.FindAsync(ended.Id, Cancellation));
        Assert.Null(await bench.Jobs.Ledger.FindAsync(single.Id, Cancellation));
        Assert.False(await cleanUp.IsDueAsync(Cancellation));
        await bench.Jobs.EventsAsync();
        foreach (var table in (string[])[JobStore.Table, "JobFiles", BatchStore.Table])
        {
            Assert.Empty(await tables.ScanAsync(table, 10, after: null, Cancellation));
        }
    }

    [Fact]
    public async Task What_waits_keeps_its_batch()
    {
        using var bench = new BatchBench(3, _ => Task.FromResult(JobBench.Waits(WaitReason.Hardlinked)));
        var ended = await bench.RunAsync((await bench.StartAsync()).Id);
        bench.Jobs.Clock.Advance(TimeSpan.FromDays(400));
        await bench.Jobs.Get<JobCleanUp>().RunAsync(Cancellation);
        Assert.NotNull(await bench.Store.FindAsync(ended.Id, Cancellation));
    }

    [Fact]
    public async Task Batches_begin_by_themselves_once_for_all_the_times_that_passed()
    {
        using var bench = new BatchBench(3);
        var scheduled = Scheduled(bench, "0 0 3 * * *");
        Assert.True(await scheduled.IsDueAsync(Cancellation));
        Assert.Equal("no batch was due", await scheduled.RunAsync(Cancellation));
        Assert.False(await scheduled.IsDueAsync(Cancellation));

        bench.Jobs.Clock.Advance(TimeSpan.FromDays(3));
        Assert.True(await scheduled.IsDueAsync(Cancellation));
        Assert.Contains("has begun", await scheduled.RunAsync(Cancellation), StringComparison.Ordinal);
        Assert.False(await scheduled.IsDueAsync(Cancellation));

        // Its folder is still worked on the next night.
        bench.Jobs.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("works on /media", await scheduled.RunAsync(Cancellation), StringComparison.Ordinal);
        Assert.False(await scheduled.IsDueAsync(Cancellation));
        var (batches, _) = await bench.Store.ListAsync(10, cursor: null, Cancellation);
        Assert.Equal("schedule:nightly", Assert.Single(batches).Actor);
    }

    private static ScheduledBatches Scheduled(BatchBench bench, string cron) => new(
        bench.Jobs.Get<ITableStore>(),
        bench.Jobs.Get<BatchIntake>(),
        new BatchesOptions { Scheduled = [new("nightly", cron, new() { Kind = JobKind.Audio, Path = "/media" })] },
        bench.Jobs.Get<OutboxSignal>(),
        bench.Jobs.Clock);
}
