using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobLedgerSubmitTests : IDisposable
{
    private readonly JobBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task New_work_is_kept_and_put_into_its_lane()
    {
        var receipt = await bench.Ledger.SubmitAsync(JobBench.Wanted(lane: Lane.High), Cancellation);

        Assert.Equal((true, true, JobStatus.Queued), (receipt.IsNew, receipt.IsQueued, receipt.Job.Status));
        Assert.Equivalent(receipt.Job, await bench.FindAsync(), strict: true);
        Assert.Equal((0, 1), (await bench.MessagesAsync(), await bench.MessagesAsync(Lane.High)));
        Assert.Equal("", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task The_same_work_again_is_the_job_that_is_there()
    {
        await bench.SubmitAsync();

        var receipt = await bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation);

        Assert.Equal((false, false), (receipt.IsNew, receipt.IsQueued));
        Assert.Equal(1, await bench.MessagesAsync());
    }

    [Fact]
    public async Task A_hundred_that_ask_at_once_get_one_job_and_one_message()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation))));

        Assert.Equal((1, 1), (receipts.Count(receipt => receipt.IsNew), receipts.Count(receipt => receipt.IsQueued)));
        Assert.Single(receipts.Select(receipt => receipt.Job.Id).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await bench.MessagesAsync());
    }

    [Fact]
    public async Task Work_that_has_ended_well_is_not_done_again()
    {
        await bench.EndAsync(JobBench.Changed());

        var receipt = await bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation);

        Assert.Equal((false, JobStatus.Succeeded), (receipt.IsQueued, receipt.Job.Status));
    }

    [Fact]
    public async Task Work_that_failed_is_queued_again_once_for_all_that_ask()
    {
        await bench.EndAsync(JobBench.Failed());
        var before = await bench.MessagesAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation))));

        Assert.Equal(1, receipts.Count(receipt => receipt.IsQueued));
        Assert.All(receipts, receipt => Assert.Equal((false, JobStatus.Queued, 0), (receipt.IsNew, receipt.Job.Status, receipt.Job.Attempts)));
        Assert.Equal(before + 1, await bench.MessagesAsync());
    }

    [Fact]
    public async Task Refused_work_is_kept_and_told_and_not_queued()
    {
        var wanted = JobBench.Wanted() with { Refusal = new JobOutcome.Skipped("unmapped") { Reason = "no mapping" } };

        var receipt = await bench.Ledger.SubmitAsync(wanted, Cancellation);

        Assert.Equal((true, false, JobStatus.Skipped), (receipt.IsNew, receipt.IsQueued, receipt.Job.Status));
        Assert.Equal(0, await bench.MessagesAsync());
        Assert.Equal(("job.skipped", EventSeverity.Warning), Assert.Single((await bench.EventsAsync()).Select(told => (told.Name, told.Severity))));
    }

    [Fact]
    public async Task A_caller_who_goes_away_behind_the_ledger_row_does_not_keep_the_message_from_being_sent()
    {
        using var caller = new CancellationTokenSource();
        var tables = new Ops.Access.MeddledTables(bench.Tables);
        using var other = new JobBench(tables: tables);

        // The first commit is the file's, the second one the job's.
        tables.AfterCommit = () =>
        {
            tables.AfterCommit = caller.CancelAsync;
            return Task.CompletedTask;
        };
        await other.Ledger.SubmitAsync(JobBench.Wanted(), caller.Token);

        Assert.True(caller.IsCancellationRequested);
        Assert.Equal(1, await other.MessagesAsync());
    }

    [Fact]
    public async Task What_the_command_line_did_is_kept_and_told()
    {
        var job = await bench.Ledger.RecordAsync(Done(), JobBench.Changed(), Cancellation);

        Assert.Equal((JobStatus.Succeeded, "undo"), (job.Status, job.UndoId));
        Assert.Equal(("job.succeeded", "cli"), Assert.Single((await bench.EventsAsync()).Select(told => (told.Name, told.Actor))));
        Assert.Equal(0, await bench.MessagesAsync());
    }

    [Fact]
    public async Task What_the_command_line_did_twice_tells_what_came_of_it_the_second_time()
    {
        await bench.Ledger.RecordAsync(Done(), JobBench.Changed("first"), Cancellation);
        await bench.Ledger.MarkUndoneAsync(JobBench.IdOf(1), "cli", Cancellation);

        var again = await bench.Ledger.RecordAsync(Done(), JobBench.Changed("second"), Cancellation);

        Assert.Equal((JobStatus.Succeeded, "second", false), (again.Status, again.UndoId, again.IsUndone));
        Assert.Equivalent(again, await bench.FindAsync(), strict: true);
        Assert.Equal(["job.succeeded", "job.succeeded", "job.undone"], (await bench.EventsAsync()).Select(told => told.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["succeeded.changed"], await bench.GroupsAsync(again.Id));
    }

    [Fact]
    public async Task A_worker_that_is_at_a_job_of_the_command_line_tells_its_end_unless_the_command_line_made_the_change()
    {
        await bench.SubmitAsync();
        await bench.Ledger.StartAsync(JobBench.IdOf(1), "worker", Cancellation);

        Assert.Equal(JobStatus.Running, (await bench.Ledger.RecordAsync(Done(), JobBench.Waits(WaitReason.InUse), Cancellation)).Status);
        Assert.Equal("undo", (await bench.Ledger.RecordAsync(Done(), JobBench.Changed(), Cancellation)).UndoId);
        Assert.Null(await bench.Ledger.FinishAsync(JobBench.IdOf(1), "worker", new JobOutcome.Succeeded(JobResult.AlreadyCorrect) { Reason = "right" }, Cancellation));
        Assert.Equal("job.succeeded", await bench.EventNamesAsync());
    }

    private static NewJob Done() => JobBench.Wanted() with { Source = JobSource.Cli, Instance = null, FileId = null };
}
