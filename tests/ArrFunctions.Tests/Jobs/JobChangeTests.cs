using System.Text.Json;
using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static Job Queued => JobChange.Create(JobBench.Wanted(), Now);

    private static Job Running => Queued.Start("worker", TimeSpan.FromMinutes(5), Now);

    [Fact]
    public void A_refusal_makes_a_job_that_was_never_queued()
    {
        var job = JobChange.Create(JobBench.Wanted() with { Refusal = new JobOutcome.Skipped("unmapped") { Reason = "no mapping" } }, Now);

        Assert.Equal((JobStatus.Skipped, "unmapped", "no mapping"), (job.Status, job.Code, job.Reason));
    }

    [Fact]
    public void Beginning_counts_an_attempt_and_takes_a_lease()
    {
        Assert.Equal((JobStatus.Running, 1), (Running.Status, Running.Attempts));
        Assert.Equal(new JobLease("worker", Now + TimeSpan.FromMinutes(5)), Running.Lease);
    }

    [Fact]
    public void Queueing_forgets_what_came_of_it_and_keeps_how_long_it_has_waited()
    {
        var waited = new JobWait(WaitReason.Hardlinked, Now, Now, 3);
        var ended = Running.Finish(JobBench.Changed(), Day, Now) with { Wait = waited, IsUndone = true, Code = "x", Detail = JsonElement.Parse("1") };

        var queued = ended.Queue(Now + Day);

        Assert.Equivalent(Queued with { Wait = waited, Updated = Now + Day }, queued, strict: true);
    }

    [Fact]
    public void Queueing_again_keeps_the_count_of_attempts()
    {
        var again = Running.QueueAgain("it fell", Now);

        Assert.Equal((JobStatus.Queued, 1, "it fell"), (again.Status, again.Attempts, again.Reason));
        Assert.Null(again.Lease);
    }

    [Fact]
    public void Cancelling_ends_the_waiting()
    {
        var cancelled = Running.Finish(JobBench.Waits(WaitReason.Hardlinked), Day, Now).Cancel("the file was deleted", Now);

        Assert.Equal((JobStatus.Cancelled, "cancelled", "the file was deleted"), (cancelled.Status, cancelled.Code, cancelled.Reason));
        Assert.Null(cancelled.Wait);
    }

    [Fact]
    public void Each_outcome_has_its_status()
    {
        var changed = Running.Finish(JobBench.Changed(), Day, Now);
        var skipped = Running.Finish(new JobOutcome.Skipped("noMatch") { Reason = "no track" }, Day, Now);
        var failed = Running.Finish(JobBench.Failed(), Day, Now);

        Assert.Equal((JobStatus.Succeeded, JobResult.Changed, "undo", "done"), (changed.Status, changed.Result, changed.UndoId, changed.Reason));
        Assert.Equal((JobStatus.Skipped, "noMatch"), (skipped.Status, skipped.Code));
        Assert.Equal((JobStatus.Failed, "damaged"), (failed.Status, failed.Code));
        Assert.All([changed, skipped, failed], job => Assert.Null(job.Lease));
    }

    [Fact]
    public void An_end_says_nothing_of_the_one_before()
    {
        var before = Running with { IsUndone = true, UndoId = "old", Result = JobResult.Changed, Code = "old", Wait = new(WaitReason.InUse, Now, Now, 1) };

        var after = before.Finish(new JobOutcome.Succeeded(JobResult.AlreadyCorrect) { Reason = "right" }, Day, Now);

        Assert.Equal((false, null, JobResult.AlreadyCorrect, null, null), (after.IsUndone, after.UndoId, after.Result, after.Code, after.Wait));
    }

    [Fact]
    public void A_detail_is_kept_until_there_is_another()
    {
        var first = Running.Finish(JobBench.Failed() with { Detail = JsonElement.Parse("1") }, Day, Now);

        Assert.Equal(1, first.Finish(JobBench.Failed(), Day, Now).Detail!.Value.GetInt32());
        Assert.Equal(2, first.Finish(JobBench.Failed() with { Detail = JsonElement.Parse("2") }, Day, Now).Detail!.Value.GetInt32());
    }

    [Theory]
    [InlineData(WaitReason.NotVisible, 23.9, JobStatus.Waiting)]
    [InlineData(WaitReason.NotVisible, 24, JobStatus.Failed)]
    [InlineData(WaitReason.Hardlinked, 24_000, JobStatus.Waiting)]
    [InlineData(WaitReason.NoSpace, 24_000, JobStatus.Waiting)]
    [InlineData(WaitReason.InUse, 24_000, JobStatus.Waiting)]
    public void Only_a_missing_file_is_given_up(WaitReason reason, double hours, JobStatus status)
    {
        var waiting = Running with { Wait = new(reason, Now, Now, 5) };

        var after = waiting.Finish(JobBench.Waits(reason), Day, Now + TimeSpan.FromHours(hours));

        Assert.Equal(status, after.Status);
        Assert.Equal(status is JobStatus.Failed ? "notVisible" : null, after.Code);
    }

    [Fact]
    public void A_reason_of_any_length_is_kept_in_part() =>
        Assert.Equal(2000, Running.Finish(JobBench.Failed() with { Reason = new('x', 1_000_000) }, Day, Now).Reason!.Length);

    [Fact]
    public void A_move_is_followed_by_what_has_not_ended_and_does_not_know()
    {
        Assert.Equal("/new", Running.Move("/new", remotePath: null, Now)!.Path);
        Assert.Null(Running.Move(Running.Path, Running.RemotePath, Now));
        Assert.Null(Running.Finish(JobBench.Changed(), Day, Now).Move("/new", remotePath: null, Now));
    }

    [Theory]
    [InlineData(WaitReason.NotVisible, JobStatus.Queued)]
    [InlineData(WaitReason.Hardlinked, JobStatus.Waiting)]
    public void A_move_wakes_a_job_whose_file_was_missing(WaitReason reason, JobStatus status)
    {
        var moved = Running.Finish(JobBench.Waits(reason), Day, Now).Move("/new", "/remote", Now)!;

        Assert.Equal((status, "/new", "/remote"), (moved.Status, moved.Path, moved.RemotePath));
        Assert.Equal(reason is WaitReason.NotVisible, moved.Wait is null);
    }
}
