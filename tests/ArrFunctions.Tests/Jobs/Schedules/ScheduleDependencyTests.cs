using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Jobs.Schedules;

/// <summary>A look every half hour, and what acts on it every two hours.</summary>
public sealed class ScheduleDependencyTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly MemoryTableStore tables = new();
    private readonly OutboxSignal signal = new();
    private readonly ScheduleStore store;
    private readonly ScheduleRun run;
    private readonly List<string> ran = [];
    private Func<bool> isLookDue = () => true;
    private Func<bool> isActDue = () => true;
    private Func<CancellationToken, Task<string>> look = _ => Task.FromResult("seen");

    public ScheduleDependencyTests()
    {
        store = new(tables, signal);
        run = NewRun();
        clock.Advance(TimeSpan.FromHours(2));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => signal.Dispose();

    [Fact]
    public async Task What_it_depends_on_runs_first_and_its_own_tick_at_that_time_is_served()
    {
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("act", Cancellation));
        Assert.IsType<ScheduleRunOutcome.NotDue>(await run.TickAsync("look", Cancellation));
        Assert.Equal(["look", "act"], ran);

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("look", Cancellation));
    }

    [Fact]
    public async Task What_is_up_to_date_does_not_run_again()
    {
        await run.TickAsync("look", Cancellation);
        clock.Advance(TimeSpan.FromMinutes(20));

        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("act", Cancellation));
        Assert.Equal(["look", "act"], ran);

        clock.Advance(TimeSpan.FromMinutes(100));
        await run.TickAsync("act", Cancellation);
        Assert.Equal(["look", "act", "look", "act"], ran);
    }

    [Fact]
    public async Task What_runs_already_is_waited_for()
    {
        using var gate = new SemaphoreSlim(0);
        look = async token =>
        {
            await gate.WaitAsync(token);
            return "seen";
        };
        var looking = run.TickAsync("look", Cancellation);
        var acting = NewRun().TickAsync("act", Cancellation);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(acting.IsCompleted);

        gate.Release();
        await looking;
        Assert.Equal(["look"], ran);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.IsType<ScheduleRunOutcome.Ran>(await acting);
        Assert.Equal(["look", "act"], ran);
    }

    [Fact]
    public async Task Where_it_failed_what_depends_on_it_is_held_back_and_that_is_told_once()
    {
        look = _ => throw new IOException("Prowlarr does not answer");
        for (var tick = 0; tick < 5; tick++)
        {
            Assert.Equal(new ScheduleRunOutcome.HeldBack("waits for look, which failed: Prowlarr does not answer"), await run.TickAsync("act", Cancellation));
            clock.Advance(TimeSpan.FromHours(2));
        }

        var view = await ViewAsync("act");
        Assert.Equal((0, "waits for look, which failed: Prowlarr does not answer", null), (view.Runs, view.LastOutcome, view.LastEnd));
        Assert.Equal(clock.GetUtcNow().AddHours(-10), view.HeldBackSince);
        var told = Assert.Single(await EventsAsync("schedule.heldBack"));
        Assert.Equal(
            ("schedule:act", EventSeverity.Warning, "The schedule act waits for look, which failed: Prowlarr does not answer"),
            (told.Subject, told.Severity, told.Message));

        look = _ => Task.FromResult("seen");
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("act", Cancellation));
        Assert.Null((await ViewAsync("act")).HeldBackSince);
    }

    [Fact]
    public async Task What_waits_for_one_that_is_held_back_is_held_back_too()
    {
        look = _ => throw new IOException("Prowlarr does not answer");

        Assert.Equal(
            new ScheduleRunOutcome.HeldBack("waits for act, which waits for look, which failed: Prowlarr does not answer"),
            await run.TickAsync("tell", Cancellation));

        look = _ => Task.FromResult("seen");
        clock.Advance(TimeSpan.FromMinutes(30));
        ran.Clear();
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("tell", Cancellation));
        Assert.Equal(["look", "act", "tell"], ran);
    }

    [Fact]
    public async Task One_that_is_switched_off_or_has_nothing_to_do_is_no_obstacle()
    {
        isLookDue = () => false;
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("act", Cancellation));

        isLookDue = () => true;
        clock.Advance(TimeSpan.FromHours(2));
        await new ScheduleSwitch(store, clock).SetAsync(run.Find("look")!, isEnabled: false, "key:anna", Cancellation);
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("act", Cancellation));

        Assert.Equal(["act", "act"], ran);
    }

    [Fact]
    public async Task A_schedule_that_is_off_or_has_nothing_to_do_is_not_held_back()
    {
        look = _ => throw new IOException("Prowlarr does not answer");
        isActDue = () => false;

        Assert.IsType<ScheduleRunOutcome.NotDue>(await run.TickAsync("act", Cancellation));

        isActDue = () => true;
        await new ScheduleSwitch(store, clock).SetAsync(run.Find("act")!, isEnabled: false, "key:anna", Cancellation);
        Assert.IsType<ScheduleRunOutcome.Disabled>(await run.TickAsync("act", Cancellation));
        Assert.Empty(await EventsAsync("schedule.heldBack"));
    }

    [Fact]
    public async Task A_person_runs_it_all_the_same_and_reads_what_failed()
    {
        look = _ => throw new IOException("Prowlarr does not answer");
        await run.TickAsync("look", Cancellation);

        Assert.Equal(
            new ScheduleRunOutcome.Ran("act is done; look, on which it depends, failed last"), await run.RunAsync("act", "key:anna", Cancellation));
    }

    [Fact]
    public async Task The_end_of_a_run_by_the_end_of_the_program_leaves_it_to_be_done()
    {
        using var program = new CancellationTokenSource();
        look = async token =>
        {
            await program.CancelAsync();
            token.ThrowIfCancellationRequested();
            return "";
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.TickAsync("look", program.Token));

        look = _ => Task.FromResult("seen");
        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("act", Cancellation));
        Assert.Equal("seen", (await ViewAsync("look")).LastOutcome);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_stop_what_others_depend_on()
    {
        await store.ChangeAsync(
            "look", state => state.Start("gone", TimeSpan.Zero, clock.GetUtcNow()).End("seen", isFailure: false, clock.GetUtcNow().AddYears(3)), told: null, Cancellation);

        Assert.IsType<ScheduleRunOutcome.Ran>(await run.TickAsync("look", Cancellation));
    }

    private ScheduleRun NewRun() => new(
        [
            New("look", "0 */30 * * * *", () => isLookDue(), async token =>
            {
                var seen = await look(token);
                ran.Add("look");
                return seen;
            }),
            New("act", "0 0 */2 * * *", () => isActDue(), _ => Noted("act"), "look"),
            New("tell", "0 0 */4 * * *", () => true, _ => Noted("tell"), "act"),
        ],
        store,
        clock,
        NullLogger<ScheduleRun>.Instance);

    private static Schedule New(string name, string cron, Func<bool> isDue, Func<CancellationToken, Task<string>> work, params string[] dependsOn) =>
        new(name, name, cron, name, _ => ValueTask.FromResult(isDue()), work) { DependsOn = dependsOn };

    private Task<string> Noted(string name)
    {
        ran.Add(name);
        return Task.FromResult($"{name} is done");
    }

    private Task<ScheduleView> ViewAsync(string name) => new ScheduleReport(run, store, clock).OfAsync(run.Find(name)!, Cancellation);

    private async Task<List<EventRecord>> EventsAsync(string name) => await tables
        .ReadAllAsync(ScheduleStore.Table, ScheduleStore.Partition, RowKeyRange.Prefix(Outbox.Prefix), Cancellation)
        .Select(Outbox.Read).Where(told => told.Name == name).ToListAsync(Cancellation);
}
