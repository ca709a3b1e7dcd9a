using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobLedgerWorkTests : IDisposable
{
    private readonly JobBench bench = new(options: new JobsOptions { MaxAttempts = 3 });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Id => JobBench.IdOf(1);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_job_is_begun_by_one_of_many()
    {
        await bench.SubmitAsync();

        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => bench.Ledger.StartAsync(Id, $"worker{n}", Cancellation))));

        var job = Assert.Single(started.OfType<Job>());
        Assert.Equal((JobStatus.Running, 1), (job.Status, job.Attempts));
    }

    [Fact]
    public async Task A_job_that_is_not_there_or_has_ended_is_not_begun()
    {
        Assert.Null(await StartAsync("worker"));
        await bench.EndAsync(JobBench.Changed());
        Assert.Null(await StartAsync("worker"));
    }

    [Fact]
    public async Task A_job_whose_lease_has_run_out_is_begun_by_another_and_only_that_one_ends_it()
    {
        await bench.SubmitAsync();
        await StartAsync("first");
        bench.Clock.Advance(JobLedger.Lease - TimeSpan.FromTicks(1));
        Assert.Null(await StartAsync("second"));
        bench.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(2, (await StartAsync("second"))!.Attempts);

        Assert.False(await bench.Ledger.RenewAsync(Id, "first", progress: null, Cancellation));
        Assert.Null(await bench.Ledger.FinishAsync(Id, "first", JobBench.Failed(), Cancellation));
        Assert.Null(await bench.Ledger.ReleaseAsync(Id, "first", "it fell", Cancellation));
        Assert.Equal("second", (await bench.FindAsync()).Lease!.Owner);
        Assert.Equal(JobStatus.Succeeded, (await bench.Ledger.FinishAsync(Id, "second", JobBench.Changed(), Cancellation))!.Status);
        Assert.Null(await bench.Ledger.FinishAsync(Id, "second", JobBench.Failed(), Cancellation));
        Assert.Equal("job.succeeded", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_lease_that_is_renewed_holds()
    {
        await bench.SubmitAsync();
        await StartAsync("worker");
        bench.Clock.Advance(JobLedger.Lease / 2);

        Assert.True(await bench.Ledger.RenewAsync(Id, "worker", progress: null, Cancellation));

        bench.Clock.Advance(JobLedger.Lease / 2);
        Assert.Null(await StartAsync("other"));
        Assert.Equal("", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task An_attempt_without_an_end_is_made_again_until_it_was_made_too_often()
    {
        await bench.SubmitAsync();
        foreach (var expected in new[] { JobStatus.Queued, JobStatus.Queued, JobStatus.Poisoned })
        {
            await StartAsync("worker");
            Assert.Equal(expected, (await bench.Ledger.ReleaseAsync(Id, "worker", "it fell", Cancellation))!.Status);
        }

        var job = await bench.FindAsync();
        Assert.Equal("it was begun 3 times and never ended; the last time: it fell. Retry it when the cause is gone", job.Reason);
        Assert.Null(await StartAsync("worker"));
        Assert.Equal("job.poisoned", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_job_whose_workers_vanish_is_poisoned_when_it_is_begun_too_often()
    {
        await bench.SubmitAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.NotNull(await StartAsync("worker"));
            bench.Clock.Advance(JobLedger.Lease);
        }

        Assert.Null(await StartAsync("worker"));
        Assert.Equal(JobStatus.Poisoned, (await bench.FindAsync()).Status);
        Assert.Equal("job.poisoned", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_poisoned_job_has_all_its_attempts_again_when_it_is_retried()
    {
        await bench.SubmitAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await StartAsync("worker");
            await bench.Ledger.ReleaseAsync(Id, "worker", "it fell", Cancellation);
        }

        Assert.Equal((JobStatus.Queued, 0), await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation) is { } job ? (job.Status, job.Attempts) : default);
    }

    [Fact]
    public async Task A_retry_queues_what_is_not_on_its_way_and_tells_who_wanted_it()
    {
        Assert.Null(await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation));
        await bench.SubmitAsync();
        Assert.Null(await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation));
        await StartAsync("worker");
        Assert.Null(await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation));
        await bench.Ledger.FinishAsync(Id, "worker", JobBench.Failed(), Cancellation);
        var messages = await bench.MessagesAsync();

        Assert.Equal(JobStatus.Queued, (await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation))!.Status);

        Assert.Equal(messages + 1, await bench.MessagesAsync());
        Assert.Contains((await bench.EventsAsync()), told => (told.Name, told.Actor) == ("job.retried", "key:anna"));
    }

    [Fact]
    public async Task Plans_are_carried_out_in_the_normal_lane()
    {
        await bench.EndAsync(JobBench.Planned());
        await bench.EndAsync(JobBench.Changed(), JobBench.Wanted(2));
        await bench.EndAsync(JobBench.Planned(), JobBench.Wanted(3));

        Assert.Equal(2, await bench.Get<PlannedJobs>().ApplyAsync("key:anna", Cancellation));
        Assert.Equal(0, await bench.Get<PlannedJobs>().ApplyAsync("key:anna", Cancellation));

        Assert.Equal(2, await bench.MessagesAsync(Lane.Normal));
        Assert.Equal(["queued.normal"], await bench.GroupsAsync(Id));
        Assert.Equal(JobStatus.Succeeded, (await bench.FindAsync(2)).Status);
    }

    [Fact]
    public async Task What_is_queued_or_waits_can_be_cancelled_and_nothing_else()
    {
        await bench.SubmitAsync();
        Assert.Equal(JobStatus.Cancelled, (await bench.Ledger.CancelAsync(Id, "key:anna", "not wanted", Cancellation))!.Status);
        Assert.Null(await bench.Ledger.CancelAsync(Id, "key:anna", "not wanted", Cancellation));
        await bench.EndAsync(JobBench.Waits(WaitReason.Hardlinked), JobBench.Wanted(2));
        Assert.NotNull(await bench.Ledger.CancelAsync(JobBench.IdOf(2), "key:anna", "not wanted", Cancellation));
        await bench.SubmitAsync(JobBench.Wanted(3));
        await bench.Ledger.StartAsync(JobBench.IdOf(3), "worker", Cancellation);
        Assert.Null(await bench.Ledger.CancelAsync(JobBench.IdOf(3), "key:anna", "not wanted", Cancellation));

        Assert.Equal(3, await bench.PumpAsync());
        Assert.Equal(JobStatus.Cancelled, (await bench.FindAsync()).Status);
        Assert.Equal(2, (await bench.EventsAsync()).Count(told => (told.Name, told.Actor) == ("job.cancelled", "key:anna")));
    }

    [Fact]
    public async Task An_undo_is_marked_once_and_not_on_a_job_that_is_on_its_way_again()
    {
        await bench.EndAsync(JobBench.Changed());
        await bench.Ledger.MarkUndoneAsync(Id, "key:anna", Cancellation);
        await bench.Ledger.MarkUndoneAsync(Id, "key:anna", Cancellation);
        Assert.True((await bench.FindAsync()).IsUndone);

        await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation);
        await bench.Ledger.MarkUndoneAsync(Id, "key:anna", Cancellation);

        Assert.False((await bench.FindAsync()).IsUndone);
        Assert.Single(await bench.EventsAsync(), told => told.Name == "job.undone");
    }

    private Task<Job?> StartAsync(string owner) => bench.Ledger.StartAsync(Id, owner, Cancellation);
}
