using ArrFunctions.Demo.Notifications;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>What those are told that watch a schedule, and that the schedule does not mind.</summary>
public sealed class ScheduleHeartbeatsTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly OutboxSignal signal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Fact]
    public async Task A_run_is_told_at_its_beginning_and_with_how_it_went()
    {
        await using var checks = await FakeHealthchecks.StartAsync(Cancellation);
        await using var kuma = await FakeKuma.StartAsync(Cancellation);
        await using var heartbeats = Heartbeats(Target(checks, NotificationTargetKind.Healthchecks), Target(kuma, NotificationTargetKind.Kuma), Target(checks, NotificationTargetKind.Healthchecks) with { Name = "other", Schedule = "other" });
        var failures = 0;
        var run = Run(heartbeats, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            return failures++ == 0 ? Task.FromResult("3 files") : throw new InvalidOperationException("The disk is full.");
        });

        await run.RunAsync("backup", "cli", Cancellation);
        await run.RunAsync("backup", "cli", Cancellation);
        await heartbeats.SettledAsync();

        Assert.Equal(
            [("start", "A run has begun."), ("success", "3 files"), ("start", "A run has begun."), ("fail", "The disk is full.")], checks.Taken.Select(checks.PingOf));
        Assert.Equal([("up", "3 files", "3000"), ("down", "The disk is full.", "3000")], kuma.Taken.Select(FakeKuma.PushOf));
    }

    [Fact]
    public async Task A_monitor_that_does_not_answer_slows_and_fails_nothing()
    {
        await using var kuma = await FakeKuma.StartAsync(Cancellation);
        using var asked = new SemaphoreSlim(0);
        kuma.Trouble = async (_, gone) =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, gone);
            return null;
        };
        await using var heartbeats = Heartbeats(Target(kuma, NotificationTargetKind.Kuma));
        var run = Run(heartbeats, _ => Task.FromResult("done"));

        for (var runs = 0; runs < 10; runs++)
        {
            Assert.Equal(new ScheduleRunOutcome.Ran("done"), await run.RunAsync("backup", "cli", Cancellation));
        }

        await asked.WaitAsync(Cancellation);
        Assert.False(heartbeats.SettledAsync().IsCompleted);
        while (!heartbeats.SettledAsync().IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.InRange(kuma.Requests.Count, 1, 4);
    }

    [Fact]
    public async Task The_end_of_the_program_waits_for_what_is_being_told()
    {
        await using var checks = await FakeHealthchecks.StartAsync(Cancellation);
        var heartbeats = Heartbeats(Target(checks, NotificationTargetKind.Healthchecks));
        heartbeats.End("backup", "done", isFailure: false, TimeSpan.Zero);

        await heartbeats.DisposeAsync();

        Assert.Single(checks.Taken);
    }

    private static NotificationTarget Target(FakeTarget fake, NotificationTargetKind kind) => new() { Name = $"{kind}", Kind = kind, Url = fake.Url, Schedule = "backup", Variable = "N" };

    private ScheduleHeartbeats Heartbeats(params NotificationTarget[] targets) =>
        new(new NotificationsOptions { Targets = targets }, New.Sender(clock), clock);

    private ScheduleRun Run(ScheduleHeartbeats heartbeats, Func<CancellationToken, Task<string>> work) => new(
        [new Schedule("backup", "Backup", "0 0 3 * * *", "Backs up.", _ => ValueTask.FromResult(true), work)],
        new ScheduleStore(new MemoryTableStore(), signal),
        clock,
        NullLogger<ScheduleRun>.Instance,
        heartbeats: heartbeats);
}
