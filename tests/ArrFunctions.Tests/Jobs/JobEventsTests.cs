using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobEventsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Job Queued => JobChange.Create(JobBench.Wanted(), Now);

    private static Job Running => Queued.Start("worker", TimeSpan.FromMinutes(5), Now);

    [Fact]
    public void An_end_is_told_with_its_subject_its_states_and_who_asked_for_the_job()
    {
        var told = JobEvents.Of(Running, Finish(JobBench.Changed()), actor: null, Now)!;

        Assert.Equal(("job.succeeded", $"job:{Queued.Id}", "webhook:sonarr"), (told.Name, told.Subject, told.Actor));
        Assert.Equal(("running", "succeeded", "Dark S01E01: done", Now), (told.Before, told.After, told.Message, told.Time));
    }

    [Fact]
    public void Being_queued_and_begun_is_not_told()
    {
        Assert.Null(JobEvents.Of(before: null, Queued, actor: null, Now));
        Assert.Null(JobEvents.Of(Queued, Running, actor: null, Now));
        Assert.Null(JobEvents.Of(Running, Running.QueueAgain("it fell", Now), actor: null, Now));
    }

    [Fact]
    public void Waiting_is_told_once_for_each_reason()
    {
        var waiting = Finish(JobBench.Waits(WaitReason.Hardlinked));
        var again = waiting.Queue(Now).Start("worker", TimeSpan.Zero, Now);

        Assert.Equal("job.waiting", JobEvents.Of(Running, waiting, actor: null, Now)!.Name);
        Assert.Null(JobEvents.Of(again, again.Finish(JobBench.Waits(WaitReason.Hardlinked), TimeSpan.MaxValue, Now), actor: null, Now));
        Assert.Equal("job.waiting", JobEvents.Of(again, again.Finish(JobBench.Waits(WaitReason.InUse), TimeSpan.MaxValue, Now), actor: null, Now)!.Name);
    }

    [Fact]
    public void What_a_person_asked_for_is_told_with_the_person()
    {
        var failed = Finish(JobBench.Failed());

        var told = JobEvents.Of(failed, failed.Queue(Now), "key:anna", Now)!;

        Assert.Equal(("job.retried", "key:anna", "Dark S01E01: another attempt was asked for"), (told.Name, told.Actor, told.Message));
    }

    [Fact]
    public void An_undo_is_told()
    {
        var changed = Finish(JobBench.Changed());

        var told = JobEvents.Of(changed, changed with { IsUndone = true }, "cli", Now)!;

        Assert.Equal(("job.undone", "cli", "Dark S01E01: what was changed is taken back"), (told.Name, told.Actor, told.Message));
    }

    [Theory]
    [InlineData("noMatch", EventSeverity.Information)]
    [InlineData("handsOff", EventSeverity.Information)]
    [InlineData("hardlinked", EventSeverity.Information)]
    [InlineData("outsideRoots", EventSeverity.Warning)]
    public void What_was_skipped_for_a_setting_is_a_warning(string code, EventSeverity severity) =>
        Assert.Equal(severity, JobEvents.Of(Running, Finish(new JobOutcome.Skipped(code) { Reason = "so" }), actor: null, Now)!.Severity);

    [Fact]
    public void What_went_wrong_is_an_error()
    {
        Assert.Equal(EventSeverity.Error, JobEvents.Of(Running, Finish(JobBench.Failed()), actor: null, Now)!.Severity);
        Assert.Equal(EventSeverity.Error, JobEvents.Of(Running, Running.Poison("too often", Now), actor: null, Now)!.Severity);
    }

    private static Job Finish(JobOutcome outcome) => Running.Finish(outcome, TimeSpan.FromDays(1), Now);
}
