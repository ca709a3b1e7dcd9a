using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobSweepTests : IDisposable
{
    private readonly JobBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task There_is_nothing_to_do_while_every_job_has_its_message_and_its_worker()
    {
        await bench.SubmitAsync();
        await bench.SubmitAsync(JobBench.Wanted(2));
        await bench.Ledger.StartAsync(JobBench.IdOf(2), "worker", Cancellation);

        Assert.False(await bench.Sweep.IsDueAsync(Cancellation));
        Assert.Equal("0 jobs without a worker and 0 without a message queued again", await bench.Sweep.RunAsync(Cancellation));
        Assert.Equal(2, await bench.MessagesAsync());
    }

    [Fact]
    public async Task A_queued_job_without_a_message_gets_one_when_it_is_a_minute_old()
    {
        await bench.SubmitAsync();
        await LoseMessageAsync();
        Assert.Equal("0 jobs without a worker and 0 without a message queued again", await bench.Sweep.RunAsync(Cancellation));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await bench.Sweep.IsDueAsync(Cancellation));
        Assert.Equal("0 jobs without a worker and 1 without a message queued again", await bench.Sweep.RunAsync(Cancellation));

        Assert.Equal(1, await bench.PumpAsync());
        Assert.Equal(JobStatus.Succeeded, (await bench.FindAsync()).Status);
    }

    [Fact]
    public async Task The_hidden_message_of_a_running_job_does_not_stand_for_the_lost_one_of_another()
    {
        await bench.SubmitAsync();
        await LoseMessageAsync();
        await bench.SubmitAsync(JobBench.Wanted(2));
        Assert.Single(await bench.Queue.ReceiveAsync(bench.Options.Queues[Lane.Webhook], 1, JobLedger.Lease, Cancellation));
        await bench.Ledger.StartAsync(JobBench.IdOf(2), "worker", Cancellation);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await bench.Sweep.IsDueAsync(Cancellation));
        await bench.Sweep.RunAsync(Cancellation);

        await bench.PumpAsync();
        Assert.Equal(JobStatus.Succeeded, (await bench.FindAsync()).Status);
    }

    [Fact]
    public async Task A_job_whose_worker_is_gone_is_queued_again_when_its_lease_is_over()
    {
        await bench.SubmitAsync();
        await LoseMessageAsync();
        await bench.Ledger.StartAsync(JobBench.IdOf(1), "worker", Cancellation);
        bench.Clock.Advance(JobLedger.Lease);

        Assert.True(await bench.Sweep.IsDueAsync(Cancellation));
        Assert.Equal("1 job without a worker and 0 without a message queued again", await bench.Sweep.RunAsync(Cancellation));

        var job = await bench.FindAsync();
        Assert.Equal((JobStatus.Queued, 1, "its worker ended before it did"), (job.Status, job.Attempts, job.Reason));
        Assert.Equal(1, await bench.MessagesAsync());
    }

    [Fact]
    public async Task At_the_start_nobody_holds_a_job_and_nobody_is_sending()
    {
        await bench.SubmitAsync();
        await bench.SubmitAsync(JobBench.Wanted(2));
        await LoseMessageAsync();
        await LoseMessageAsync();
        await bench.Ledger.StartAsync(JobBench.IdOf(2), "worker", Cancellation);

        await bench.Sweep.RunAtStartAsync(Cancellation);

        Assert.Equal(2, await bench.PumpAsync());
        Assert.Equal([JobStatus.Succeeded, JobStatus.Succeeded], [(await bench.FindAsync()).Status, (await bench.FindAsync(2)).Status]);
    }

    private async Task LoseMessageAsync()
    {
        var message = Assert.Single(await bench.Queue.ReceiveAsync(bench.Options.Queues[Lane.Webhook], 1, JobLedger.Lease, Cancellation));
        Assert.True(await bench.Queue.DeleteAsync(message, Cancellation));
    }
}
