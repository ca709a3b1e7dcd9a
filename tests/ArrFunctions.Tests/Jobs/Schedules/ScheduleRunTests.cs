using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Jobs.Schedules;

public sealed class ScheduleRunTests : IDisposable
{
    private const string Name = "deferred-files";
    private readonly ManualTimeProvider clock = new();
    private readonly MemoryTableStore tables = new();
    private readonly OutboxSignal signal = new();
    private readonly ScheduleStore store;
    private readonly Schedule schedule;
    private readonly ScheduleRun run;
    private Func<bool> isDue = () => true;
    private Func<CancellationToken, Task<string>> work = _ => Task.FromResult("3 files");

    public ScheduleRunTests()
    {
        store = new(tables, signal);
        schedule = new(Name, "DeferredFiles", "0 * * * * *", "Looks again.", _ => ValueTask.FromResult(isDue()), token => work(token));
        run = NewRun();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Fact]
    public async Task A_run_is_entered_into_the_account()
    {
        work = _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult("3 files");
        };
        var start = clock.GetUtcNow();

        Assert.Equal(new ScheduleRunOutcome.Ran("3 files"), await run.TickAsync(Name, Cancellation));
        work = _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult("none");
        };
        Assert.Equal(new ScheduleRunOutcome.Ran("none"), await run.RunAsync(Name, "key:anna", Cancellation));

        var view = await ViewAsync();
        Assert.Equal((2, 0, 2000d, "none", true, false), (view.Runs, view.Failures, view.MeanMilliseconds, view.LastOutcome, view.IsHealthy, view.IsRunning));
        Assert.Equal((start.AddSeconds(3), start.AddSeconds(4), start.AddMinutes(1)), (view.LastStart, view.LastEnd, view.NextRun));
        Assert.Equal((1000d, 100d), (view.LastMilliseconds, view.SuccessRate));
        var told = Assert.Single(await EventsAsync());
        Assert.Equal(("schedule.ran", "key:anna", $"The schedule {Name} ran: none"), (told.Name, told.Actor, told.Message));
    }

    [Fact]
    public async Task A_tick_that_finds_nothing_to_do_is_no_run_and_writes_nothing()
    {
        isDue = () => false;

        Assert.IsType<ScheduleRunOutcome.NotDue>(await run.TickAsync(Name, Cancellation));

        Assert.Empty((await tables.ListAsync(ScheduleStore.Table, ScheduleStore.Partition, RowKeyRange.All, 10, continuation: null, Cancellation)).Rows);
        Assert.Equal((0, null), await ViewAsync() is var view ? (view.Runs, view.MeanMilliseconds) : default);
    }

    [Fact]
    public async Task A_schedule_that_is_switched_off_ticks_in_vain_and_runs_when_a_person_asks()
    {
        var change = new ScheduleSwitch(store, clock);
        await change.SetAsync(schedule, isEnabled: true, "key:anna", Cancellation);
        await change.SetAsync(schedule, isEnabled: false, "key:anna", Cancellation);
        await change.SetAsync(schedule, isEnabled: false, "key:anna", Cancellation);

        Assert.IsType<ScheduleRunOutcome.Disabled>(await run.TickAsync(Name, Cancellation));
        Assert.Null((await ViewAsync()).NextRun);
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.RunAsync(Name, "key:anna", Cancellation));
        Assert.False((await ViewAsync()).IsEnabled);
        await change.SetAsync(schedule, isEnabled: true, "key:anna", Cancellation);

        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync(Name, Cancellation));
        Assert.Equal(["schedule.disabled", "schedule.enabled", "schedule.ran"], (await EventsAsync()).Select(told => told.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_timed_and_a_manual_run_never_overlap_over_all_processes()
    {
        using var gate = new SemaphoreSlim(0);
        work = async token =>
        {
            await gate.WaitAsync(token);
            return "done";
        };
        var first = run.TickAsync(Name, Cancellation);

        Assert.True((await ViewAsync()).IsRunning);
        Assert.IsType<ScheduleRunOutcome.AlreadyRunning>(await run.RunAsync(Name, "key:anna", Cancellation));
        Assert.IsType<ScheduleRunOutcome.AlreadyRunning>(await NewRun().TickAsync(Name, Cancellation));

        gate.Release(2);
        Assert.IsType<ScheduleRunOutcome.Ran>(await first);
        Assert.IsType<ScheduleRunOutcome.Ran>(await NewRun().TickAsync(Name, Cancellation));
        Assert.Equal(2, (await ViewAsync()).Runs);
    }

    [Fact]
    public async Task A_long_run_keeps_its_lease()
    {
        using var gate = new SemaphoreSlim(0);
        work = async token =>
        {
            await gate.WaitAsync(token);
            return "done";
        };
        var first = run.TickAsync(Name, Cancellation);
        for (var minute = 0; minute < 60; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.IsType<ScheduleRunOutcome.AlreadyRunning>(await NewRun().TickAsync(Name, Cancellation));
        }

        gate.Release(2);
        Assert.IsType<ScheduleRunOutcome.Ran>(await first);
        Assert.Equal(3_600_000, (await ViewAsync()).MeanMilliseconds);
    }

    [Fact]
    public async Task The_lease_of_a_process_that_is_gone_is_taken_over_when_it_is_over_or_freed_at_the_start()
    {
        await HoldAsync();
        Assert.IsType<ScheduleRunOutcome.AlreadyRunning>(await run.TickAsync(Name, Cancellation));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync(Name, Cancellation));

        await HoldAsync();
        await run.ReleaseAllAsync(Cancellation);
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync(Name, Cancellation));
    }

    [Fact]
    public async Task A_service_that_starts_leaves_the_command_line_at_work()
    {
        using var gate = new SemaphoreSlim(0);
        work = async token =>
        {
            await gate.WaitAsync(token);
            return "done";
        };
        var command = NewRun().RunAsync(Name, ScheduleRun.CommandLine, Cancellation);

        await run.ReleaseAllAsync(Cancellation);

        Assert.IsType<ScheduleRunOutcome.AlreadyRunning>(await run.TickAsync(Name, Cancellation));
        gate.Release();
        Assert.IsType<ScheduleRunOutcome.Ran>(await command);
    }

    [Fact]
    public async Task A_run_that_lost_its_lease_is_stopped_and_not_entered()
    {
        work = async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return "";
        };
        var lost = run.TickAsync(Name, Cancellation);
        await run.ReleaseAllAsync(Cancellation);
        await HoldAsync();

        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.IsType<ScheduleRunOutcome.Failed>(await lost);
        Assert.Equal((0, 0, true), await ViewAsync() is var view ? (view.Runs, view.Failures, view.IsRunning) : default);
        Assert.Empty(await EventsAsync());
    }

    [Fact]
    public async Task Failures_are_counted_and_three_in_a_row_are_unhealthy()
    {
        work = _ => throw new IOException("Radarr does not answer");
        for (var count = 1; count <= 3; count++)
        {
            Assert.True((await ViewAsync()).IsHealthy);
            Assert.Equal(new ScheduleRunOutcome.Failed("Radarr does not answer"), await run.TickAsync(Name, Cancellation));
        }

        Assert.Equal((3, 3, 3, false), await ViewAsync() is var view ? (view.Runs, view.Failures, view.ConsecutiveFailures, view.IsHealthy) : default);

        work = _ => Task.FromResult("fine");
        await run.TickAsync(Name, Cancellation);
        Assert.Equal((4, 3, 0, true), await ViewAsync() is var after ? (after.Runs, after.Failures, after.ConsecutiveFailures, after.IsHealthy) : default);
        Assert.Equal(25, after.SuccessRate);
    }

    [Fact]
    public async Task A_row_of_failures_is_told_when_it_begins_when_it_counts_as_unhealthy_and_when_it_is_over()
    {
        for (var row = 0; row < 2; row++)
        {
            work = _ => throw new IOException("Radarr does not answer");
            for (var count = 0; count < 100; count++)
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                await run.TickAsync(Name, Cancellation);
            }

            work = _ => Task.FromResult("fine");
            for (var count = 0; count < 100; count++)
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                await run.TickAsync(Name, Cancellation);
            }
        }

        var told = (await EventsAsync()).Where(each => each.Actor == $"schedule:{Name}" && each.Subject == $"schedule:{Name}").ToList();
        var (failed, unhealthy, recovered) = (
            ("schedule.failed", EventSeverity.Error, $"The schedule {Name} failed: Radarr does not answer"),
            ("schedule.unhealthy", EventSeverity.Error, $"The schedule {Name} failed 3 times in a row, at last: Radarr does not answer"),
            ("schedule.recovered", EventSeverity.Information, $"The schedule {Name} works again after 100 failures in a row"));
        Assert.Equal(
            Enumerable.Repeat<(string, EventSeverity, string)[]>([failed, failed, recovered, unhealthy], 2).SelectMany(each => each).Order(),
            told.Select(each => (each.Name, each.Severity, each.Message)).Order());
    }

    [Fact]
    public async Task Whoever_asked_for_a_run_is_told_with_it_whatever_came_before()
    {
        work = _ => throw new IOException("Radarr does not answer");
        await run.TickAsync(Name, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        await run.RunAsync(Name, "key:anna", Cancellation);

        Assert.Equal(("schedule.failed", "key:anna"), await EventsAsync() is [_, var second] ? (second.Name, second.Actor) : default);
    }

    [Fact]
    public async Task A_schedule_that_cannot_tell_whether_it_is_due_runs_and_so_tells_why()
    {
        isDue = () => throw new IOException("the list cannot be read");
        work = _ => throw new IOException("the list cannot be read");

        Assert.Equal(new ScheduleRunOutcome.Failed("the list cannot be read"), await run.TickAsync(Name, Cancellation));
        Assert.Equal(1, (await ViewAsync()).Failures);
    }

    [Fact]
    public async Task The_end_of_the_program_is_no_failure_and_frees_the_lease()
    {
        using var program = new CancellationTokenSource();
        work = async token =>
        {
            await program.CancelAsync();
            token.ThrowIfCancellationRequested();
            return "";
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.TickAsync(Name, program.Token));

        Assert.Equal((0, 0, false, "it was stopped before its end"), await ViewAsync() is var view ? (view.Runs, view.Failures, view.IsRunning, view.LastOutcome) : default);
    }

    [Fact]
    public async Task The_end_of_the_program_does_not_end_a_row_of_failures()
    {
        work = _ => throw new IOException("Radarr does not answer");
        for (var count = 0; count < 3; count++)
        {
            await run.TickAsync(Name, Cancellation);
        }

        using var program = new CancellationTokenSource();
        work = async token =>
        {
            await program.CancelAsync();
            token.ThrowIfCancellationRequested();
            return "";
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.TickAsync(Name, program.Token));

        Assert.False((await ViewAsync()).IsHealthy);
        Assert.DoesNotContain(await EventsAsync(), told => told.Name is "schedule.recovered");
    }

    [Fact]
    public async Task A_fault_while_the_program_ends_is_still_a_failure()
    {
        using var program = new CancellationTokenSource();
        work = async _ =>
        {
            await program.CancelAsync();
            throw new IOException("the disk is gone");
        };

        Assert.Equal(new ScheduleRunOutcome.Failed("the disk is gone"), await run.TickAsync(Name, program.Token));
        Assert.False((await ViewAsync()).IsRunning);
    }

    private ScheduleRun NewRun() => new([schedule], store, clock, NullLogger<ScheduleRun>.Instance);

    private Task<bool> HoldAsync() => store.ChangeAsync(Name, state => state.Start("gone", TimeSpan.FromMinutes(10), clock.GetUtcNow()), told: null, Cancellation);

    private Task<ScheduleView> ViewAsync() => new ScheduleReport(run, store, clock).OfAsync(schedule, Cancellation);

    private async Task<List<EventRecord>> EventsAsync() =>
        await tables.ReadAllAsync(ScheduleStore.Table, ScheduleStore.Partition, RowKeyRange.Prefix(Outbox.Prefix), Cancellation).Select(Outbox.Read).ToListAsync(Cancellation);
}
