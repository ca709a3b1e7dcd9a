using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs;

public sealed class WorkRunnerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Body => new WorkItem(JobBench.IdOf(1)).ToBody();

    [Fact]
    public async Task What_the_work_comes_to_is_entered_and_its_message_done()
    {
        using var bench = new JobBench();
        await bench.SubmitAsync();

        Assert.IsType<WorkVerdict.Done>(await RunAsync(bench));

        Assert.Equal((JobStatus.Succeeded, "undo"), await bench.FindAsync() is var job ? (job.Status, job.UndoId) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"jobId\":null}")]
    [InlineData("{\"jobId\":7}")]
    [InlineData("{\"jobId\":\"../../etc\"}")]
    [InlineData("{\"jobId\":\"0123456789ABCDEF0123456789ABCDEF\"}")]
    [InlineData("not json")]
    public async Task A_body_that_is_no_work_item_is_dropped(string body)
    {
        using var bench = new JobBench();

        Assert.IsType<WorkVerdict.Done>(await bench.Get<WorkRunner>().RunAsync(Lane.Webhook, body, Cancellation));
    }

    [Fact]
    public void A_work_item_is_read_as_it_was_written()
    {
        Assert.Equal(new WorkItem(JobBench.IdOf(1)), WorkItem.Parse(Body));
        Assert.Equal($$"""{"jobId":"{{JobBench.IdOf(1)}}"}""", Body);
    }

    [Fact]
    public async Task A_message_that_is_left_over_does_no_work()
    {
        var runs = 0;
        using var bench = new JobBench((_, _) => Task.FromResult(JobBench.Changed($"undo{++runs}")));
        Assert.IsType<WorkVerdict.Done>(await RunAsync(bench));
        await bench.SubmitAsync();
        await RunAsync(bench);

        Assert.IsType<WorkVerdict.Done>(await RunAsync(bench));

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_message_that_comes_to_two_workers_is_worked_on_by_one()
    {
        var runs = 0;
        using var gate = new SemaphoreSlim(0);
        using var bench = new JobBench(async (_, _) =>
        {
            Interlocked.Increment(ref runs);
            await gate.WaitAsync(Cancellation);
            return JobBench.Changed();
        });
        await bench.SubmitAsync();

        var both = Task.WhenAll(RunAsync(bench), RunAsync(bench));
        gate.Release();
        await both;

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_fault_is_tried_again_after_ever_longer_pauses_and_then_poisons_the_job()
    {
        using var bench = new JobBench((_, _) => throw new InvalidOperationException("so bad"), new JobsOptions { MaxAttempts = 4 });
        await bench.SubmitAsync();
        var pauses = new List<double>();
        while (await RunAsync(bench) is WorkVerdict.Again again)
        {
            Assert.Equal(JobStatus.Queued, (await bench.FindAsync()).Status);
            pauses.Add(again.Delay.TotalSeconds);
        }

        Assert.Equal(3, pauses.Count);
        Assert.All(pauses.Zip([10, 20, 40]), pause => Assert.InRange(pause.First, pause.Second * 0.75, pause.Second));
        var job = await bench.FindAsync();
        Assert.Equal(JobStatus.Poisoned, job.Status);
        Assert.Contains("it was begun 4 times", job.Reason, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: so bad", job.Reason, StringComparison.Ordinal);
        Assert.Equal("job.poisoned", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_store_that_fails_within_the_work_is_told_in_its_own_words_and_tried_again()
    {
        using var bench = new JobBench((_, _) => throw new StoreException("The disk is full."));
        await bench.SubmitAsync();

        Assert.IsType<WorkVerdict.Again>(await RunAsync(bench));

        Assert.Equal((JobStatus.Queued, "The disk is full."), await bench.FindAsync() is var job ? (job.Status, job.Reason) : default);
    }

    [Fact]
    public async Task A_store_that_fails_at_the_begin_makes_the_message_come_again()
    {
        var cut = new CutOff(0, isMade: false, staysDown: true);
        using var bench = new JobBench(tables: new MemoryTableStore());
        using var broken = new JobBench(tables: bench.Tables, cut: cut);
        await bench.SubmitAsync();

        await Assert.ThrowsAsync<StoreException>(() => RunAsync(broken));

        Assert.Equal(JobStatus.Queued, (await bench.FindAsync()).Status);
    }

    [Fact]
    public async Task A_job_that_no_feature_does_is_poisoned_and_not_lost()
    {
        using var bench = new JobBench(options: new JobsOptions { MaxAttempts = 1 });
        var runner = new WorkRunner(bench.Ledger, [], bench.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<WorkRunner>.Instance);
        await bench.SubmitAsync();

        Assert.IsType<WorkVerdict.Done>(await runner.RunAsync(Lane.Webhook, Body, Cancellation));

        Assert.Equal(JobStatus.Poisoned, (await bench.FindAsync()).Status);
    }

    [Fact]
    public async Task Long_work_keeps_its_lease()
    {
        using var gate = new SemaphoreSlim(0);
        using var bench = new JobBench(async (_, _) =>
        {
            await gate.WaitAsync(Cancellation);
            return JobBench.Changed();
        });
        await bench.SubmitAsync();
        var work = RunAsync(bench);
        for (var minute = 0; minute < 60; minute++)
        {
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null(await bench.Ledger.StartAsync(JobBench.IdOf(1), "other", Cancellation));
        }

        gate.Release();
        Assert.IsType<WorkVerdict.Done>(await work);
        Assert.Equal((JobStatus.Succeeded, 1), await bench.FindAsync() is var job ? (job.Status, job.Attempts) : default);
    }

    [Fact]
    public async Task Work_that_lost_its_lease_is_stopped_and_leaves_the_job_to_whoever_has_it()
    {
        using var bench = new JobBench(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return JobBench.Changed();
        });
        await bench.SubmitAsync();
        var work = RunAsync(bench);
        await bench.Ledger.ReclaimAsync(JobBench.IdOf(1), _ => true, Cancellation);
        await bench.Ledger.StartAsync(JobBench.IdOf(1), "other", Cancellation);

        bench.Clock.Advance(JobLedger.Lease / 3);

        Assert.IsType<WorkVerdict.Done>(await work);
        Assert.Equal((JobStatus.Running, "other"), await bench.FindAsync() is var job ? (job.Status, job.Lease!.Owner) : default);
        Assert.Equal("", await bench.EventNamesAsync());
    }

    /// <summary>A file takes seconds; what takes longer waits for somebody who may never answer.</summary>
    [Fact]
    public async Task Work_that_a_stop_has_waited_for_long_enough_is_given_back_and_the_attempt_does_not_count()
    {
        using var program = new CancellationTokenSource();
        using var bench = new JobBench(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return JobBench.Changed();
        });
        await bench.SubmitAsync();
        var work = bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, program.Token);
        await program.CancelAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(work.IsCompleted);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new WorkVerdict.Again(TimeSpan.Zero), await work.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation));
        Assert.Equal((JobStatus.Queued, 0), await bench.FindAsync() is var job ? (job.Status, job.Attempts) : default);
    }

    [Fact]
    public async Task Two_attempts_in_one_process_are_told_apart()
    {
        var gates = new Queue<TaskCompletionSource<JobOutcome>>([new(), new()]);
        var (first, second) = (gates.First(), gates.Last());
        using var bench = new JobBench((_, _) => gates.Dequeue().Task);
        await bench.SubmitAsync();
        var late = RunAsync(bench);
        await bench.Ledger.ReclaimAsync(JobBench.IdOf(1), _ => true, Cancellation);
        var next = RunAsync(bench);

        first.SetResult(JobBench.Failed());
        await late;
        Assert.Equal(JobStatus.Running, (await bench.FindAsync()).Status);
        second.SetResult(JobBench.Changed());
        await next;

        Assert.Equal("job.succeeded", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task Work_that_has_begun_is_not_cut_short_by_the_end_of_the_program()
    {
        using var program = new CancellationTokenSource();
        using var bench = new JobBench(async (_, cancellationToken) =>
        {
            await program.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return JobBench.Changed();
        });
        await bench.SubmitAsync();

        await bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, program.Token);

        Assert.Equal(JobStatus.Succeeded, (await bench.FindAsync()).Status);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, program.Token));
    }

    private static Task<WorkVerdict> RunAsync(JobBench bench) => bench.Get<WorkRunner>().RunAsync(Lane.Webhook, Body, Cancellation);
}
