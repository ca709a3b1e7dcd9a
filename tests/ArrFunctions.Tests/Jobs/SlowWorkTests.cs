using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Work that takes long: handed to its lane, watched, and given back when the program ends.</summary>
public sealed class SlowWorkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Body => new WorkItem(JobBench.IdOf(1)).ToBody();

    [Fact]
    public async Task Handed_over_it_begins_anew_in_the_other_lane_with_its_reason()
    {
        using var bench = new JobBench((_, _) => Task.FromResult<JobOutcome>(new JobOutcome.Handed(Lane.Slow) { Reason = "it takes long" }));
        await bench.SubmitAsync();

        await bench.PumpAsync();

        var job = await bench.FindAsync();
        Assert.Equal((JobStatus.Queued, Lane.Slow, 0, "it takes long"), (job.Status, job.Lane, job.Attempts, job.Reason));
        Assert.Equal((0, 1), (await bench.MessagesAsync(), await bench.MessagesAsync(Lane.Slow)));
        Assert.Equal("", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_message_that_is_left_in_the_first_lane_does_not_begin_it()
    {
        var runs = 0;
        using var bench = new JobBench((job, _) =>
        {
            runs++;
            return Task.FromResult(job.Lane is Lane.Slow ? JobBench.Changed() : new JobOutcome.Handed(Lane.Slow) { Reason = "it takes long" });
        });
        await bench.SubmitAsync();
        await bench.PumpAsync();

        // The worker was killed between sending the new message and deleting the old one.
        Assert.IsType<WorkVerdict.Done>(await bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, Cancellation));

        Assert.Equal((1, JobStatus.Queued), (runs, (await bench.FindAsync()).Status));
        await bench.PumpAsync(Lane.Slow);
        Assert.Equal((2, JobStatus.Succeeded), (runs, (await bench.FindAsync()).Status));
    }

    [Fact]
    public async Task How_far_it_has_come_and_when_it_ends_can_be_seen_while_it_runs()
    {
        using var gate = new SemaphoreSlim(0);
        IProgress<double>? progress = null;
        using var bench = new JobBench(watched: async (_, told, _) =>
        {
            progress = told;
            await gate.WaitAsync(Cancellation);
            return JobBench.Changed();
        });
        await bench.SubmitAsync(JobBench.Wanted(lane: Lane.Slow));
        var (work, begun) = (bench.PumpAsync(Lane.Slow), bench.Clock.GetUtcNow());
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null((await bench.FindAsync()).Progress);

        progress!.Report(0.25);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(new JobProgress(25, begun + TimeSpan.FromSeconds(40)), (await bench.FindAsync()).Progress);

        progress.Report(0.5);
        bench.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(10));
        Assert.Equal(50, (await bench.FindAsync()).Progress!.Percent);
        Assert.Null(await bench.Ledger.StartAsync(JobBench.IdOf(1), "other", Cancellation)); // Its lease holds all the time.

        gate.Release();
        await work;
        Assert.Null((await bench.FindAsync()).Progress);
    }

    [Fact]
    public async Task At_the_end_of_the_program_it_is_given_back_and_the_attempt_does_not_count()
    {
        using var program = new CancellationTokenSource();
        using var bench = new JobBench(
            async (_, cancellationToken) =>
            {
                await program.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                return JobBench.Changed();
            },
            new JobsOptions { MaxAttempts = 1 });
        await bench.SubmitAsync(JobBench.Wanted(lane: Lane.Slow));

        Assert.Equal(new WorkVerdict.Again(TimeSpan.Zero), await bench.Get<WorkRunner>().RunAsync(Lane.Slow, Body, program.Token));

        var job = await bench.FindAsync();
        Assert.Equal((JobStatus.Queued, 0, "its worker stopped before it was done"), (job.Status, job.Attempts, job.Reason));
        Assert.Null(job.Lease);
    }

    [Fact]
    public async Task A_fault_in_the_slow_lane_counts_and_poisons_like_any_other()
    {
        using var bench = new JobBench((_, _) => throw new InvalidOperationException("so bad"), new JobsOptions { MaxAttempts = 2 });
        await bench.SubmitAsync(JobBench.Wanted(lane: Lane.Slow));

        Assert.IsType<WorkVerdict.Again>(await bench.Get<WorkRunner>().RunAsync(Lane.Slow, Body, Cancellation));
        Assert.IsType<WorkVerdict.Done>(await bench.Get<WorkRunner>().RunAsync(Lane.Slow, Body, Cancellation));

        Assert.Equal((JobStatus.Poisoned, 2), await bench.FindAsync() is var job ? (job.Status, job.Attempts) : default);
    }
}
