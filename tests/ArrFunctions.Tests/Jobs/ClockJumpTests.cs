using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Somebody sets the clock while jobs wait and are worked on: an hour back, or a day ahead.</summary>
public sealed class ClockJumpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Body => new WorkItem(JobBench.IdOf(1)).ToBody();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(24, true)]
    public async Task A_file_that_is_looked_at_again_waits_for_its_time_of_day(int hours, bool isDue)
    {
        using var bench = new JobBench((_, _) => Task.FromResult(JobBench.Waits(WaitReason.Hardlinked)));
        await bench.SubmitAsync();
        await bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, Cancellation);
        var deferred = bench.Get<DeferredJobs>();

        bench.Clock.Advance(TimeSpan.FromHours(hours));
        Assert.Equal(isDue, await deferred.IsDueAsync(Cancellation));

        // A jump back makes it later by no more than that.
        bench.Clock.Advance(TimeSpan.FromMinutes(75));
        Assert.True(await deferred.IsDueAsync(Cancellation));
        await deferred.RunAsync(Cancellation);
        Assert.Equal(JobStatus.Queued, (await bench.FindAsync()).Status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task Work_in_hand_keeps_its_lease_and_ends_once(int hours)
    {
        using var gate = new SemaphoreSlim(0);
        using var bench = new JobBench(async (_, token) =>
        {
            await gate.WaitAsync(token);
            return JobBench.Changed();
        });
        await bench.SubmitAsync();
        var work = bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, Cancellation);

        bench.Clock.Advance(TimeSpan.FromHours(hours));
        bench.Clock.Advance(TimeSpan.FromSeconds(5)); // The next look at the lease.
        await bench.Sweep.RunAsync(Cancellation);

        gate.Release();
        Assert.IsType<WorkVerdict.Done>(await work);
        Assert.Equal((JobStatus.Succeeded, 1), await bench.FindAsync() is var job ? (job.Status, job.Attempts) : default);
        Assert.Equal("job.succeeded", await bench.EventNamesAsync());
    }

    /// <summary>The process that held it is gone, and another host than the one with a single process sweeps.</summary>
    [Fact]
    public async Task A_lease_of_a_process_that_is_gone_is_over_at_most_as_much_later_as_the_clock_went_back()
    {
        using var bench = new JobBench();
        await bench.SubmitAsync();
        await bench.Ledger.StartAsync(JobBench.IdOf(1), "gone", Cancellation);

        bench.Clock.Advance(TimeSpan.FromHours(-1));
        await bench.Sweep.RunAsync(Cancellation);
        Assert.Equal(JobStatus.Running, (await bench.FindAsync()).Status);
        bench.Clock.Advance(TimeSpan.FromHours(1) + JobLedger.Lease);
        await bench.Sweep.RunAsync(Cancellation);

        Assert.Equal(JobStatus.Queued, (await bench.FindAsync()).Status);
    }
}
