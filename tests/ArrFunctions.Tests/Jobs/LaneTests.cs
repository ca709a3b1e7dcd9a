using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class LaneTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lane_is_paused_and_resumed_by_itself_and_each_is_told_once()
    {
        using var bench = new JobBench();
        var lanes = bench.Get<LaneSwitch>();

        await lanes.SetAsync(Lane.Low, isPaused: false, "key:anna", Cancellation);
        await lanes.SetAsync(Lane.Low, isPaused: true, "key:anna", Cancellation);
        await lanes.SetAsync(Lane.Low, isPaused: true, "key:bert", Cancellation);
        Assert.True(await lanes.IsPausedAsync(Lane.Low, Cancellation));
        Assert.False(await lanes.IsPausedAsync(Lane.Normal, Cancellation));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await lanes.SetAsync(Lane.Low, isPaused: false, "key:bert", Cancellation);

        Assert.False(await lanes.IsPausedAsync(Lane.Low, Cancellation));
        Assert.Equal(
            [("lane.paused", "lane:low", "key:anna"), ("lane.resumed", "lane:low", "key:bert")],
            (await bench.EventsAsync()).Select(told => (told.Name, told.Subject, told.Actor)));
    }

    [Fact]
    public async Task Many_that_pause_a_lane_at_once_are_told_as_one()
    {
        using var bench = new JobBench();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => bench.Get<LaneSwitch>().SetAsync(Lane.Slow, isPaused: true, "test", Cancellation))));

        Assert.Equal("lane.paused", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_paused_lane_takes_work_in_and_does_none()
    {
        using var bench = new JobBench();
        await bench.SubmitAsync();
        await bench.Get<LaneSwitch>().SetAsync(Lane.Webhook, isPaused: true, "test", Cancellation);

        Assert.Equal(new WorkVerdict.Again(TimeSpan.FromMinutes(1)), await RunAsync(bench, 1));
        Assert.Equal(JobStatus.Queued, (await bench.FindAsync()).Status);

        await bench.Get<LaneSwitch>().SetAsync(Lane.Webhook, isPaused: false, "test", Cancellation);
        Assert.IsType<WorkVerdict.Done>(await RunAsync(bench, 1));
        Assert.Equal(JobStatus.Succeeded, (await bench.FindAsync()).Status);
    }

    [Fact]
    public async Task A_lane_does_as_many_jobs_at_once_as_it_has_workers_and_no_other_waits_for_it()
    {
        using var gate = new SemaphoreSlim(0);
        var options = new JobsOptions { Workers = Enum.GetValues<Lane>().ToDictionary(lane => lane, lane => lane is Lane.Webhook ? 2 : 1) };
        using var bench = new JobBench(
            async (job, _) =>
            {
                await (job.Lane is Lane.Webhook ? gate.WaitAsync(Cancellation) : Task.CompletedTask);
                return JobBench.Changed();
            },
            options);
        for (var number = 1; number <= 3; number++)
        {
            await bench.SubmitAsync(JobBench.Wanted(number));
        }

        await bench.SubmitAsync(JobBench.Wanted(4, Lane.High));
        var busy = Task.WhenAll(RunAsync(bench, 1), RunAsync(bench, 2));

        Assert.Equal(new WorkVerdict.Again(TimeSpan.FromSeconds(5)), await RunAsync(bench, 3));
        Assert.IsType<WorkVerdict.Done>(await RunAsync(bench, 4, Lane.High));

        gate.Release(3);
        await busy;
        Assert.IsType<WorkVerdict.Done>(await RunAsync(bench, 3));
    }

    [Fact]
    public async Task A_worker_is_free_again_after_a_fault()
    {
        using var bench = new JobBench((_, _) => throw new InvalidOperationException());
        await bench.SubmitAsync();

        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.True(Assert.IsType<WorkVerdict.Again>(await RunAsync(bench, 1)).Delay > TimeSpan.FromSeconds(6));
        }
    }

    private static Task<WorkVerdict> RunAsync(JobBench bench, int number, Lane lane = Lane.Webhook) =>
        bench.Get<LaneGate>().RunAsync(lane, new WorkItem(JobBench.IdOf(number)).ToBody(), Cancellation);
}
