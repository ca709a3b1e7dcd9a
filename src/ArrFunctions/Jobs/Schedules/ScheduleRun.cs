using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Notifications;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>Runs a schedule, once at a time over all processes, and after those that it depends on.</summary>
internal sealed class ScheduleRun(
    IEnumerable<Schedule> schedules,
    ScheduleStore store,
    TimeProvider clock,
    ILogger<ScheduleRun> logger,
    LiveConfiguration? configuration = null,
    ScheduleHeartbeats? heartbeats = null)
{
    /// <summary>The actor of the command line.</summary>
    public const string CommandLine = "cli";

    /// <summary>The end of a run in another process has to be asked for.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private readonly ScheduleOrder order = new(schedules);
    private readonly ScheduleTurn turn = new(store, clock, logger, configuration, heartbeats);

    public IReadOnlyCollection<Schedule> All => order.All;

    public Schedule? Find(string name) => order.Find(name);

    /// <summary>The sentence about a name that is no schedule.</summary>
    public string Unknown(string name) => $"No schedule is called '{name}'; there are {string.Join(", ", All.Select(schedule => schedule.Name))}.";

    /// <summary>A tick of the timer: nothing happens when the schedule is switched off, runs already, or finds nothing to do, or while state is imported. Those that it depends on come first.</summary>
    public async Task<ScheduleRunOutcome> TickAsync(string name, CancellationToken cancellationToken)
    {
        using var correlation = CorrelationId.BeginIfNone();
        var (schedule, state, now) = (Known(name), await store.FindAsync(name, cancellationToken), clock.GetUtcNow());
        if (state.IsRunning(now))
        {
            return new ScheduleRunOutcome.AlreadyRunning();
        }

        if (!state.IsEnabled || await store.IsClosedAsync(cancellationToken))
        {
            return new ScheduleRunOutcome.Disabled();
        }

        // The tick of one that depends on it may have come a little earlier, and have run it.
        if (order.IsAwaited(schedule) && !schedule.IsBehind(state, now))
        {
            return new ScheduleRunOutcome.NotDue();
        }

        var obstacle = await PrepareAsync(schedule, cancellationToken);
        return !await IsDueAsync(schedule, cancellationToken) ? new ScheduleRunOutcome.NotDue()
            : obstacle is null ? await turn.RunAsync(schedule, schedule.Subject, cancellationToken)
            : await HoldBackAsync(schedule, obstacle, cancellationToken);
    }

    /// <summary>Runs it now, also when it is switched off or one that it depends on fails: a person asked for it.</summary>
    public Task<ScheduleRunOutcome> RunAsync(string name, string actor, CancellationToken cancellationToken) =>
        RunAsync(name, Known(name).RunAsync, actor, cancellationToken);

    /// <summary>The same with other work in the place of its own, for a person who wants it in a way of their own.</summary>
    public async Task<ScheduleRunOutcome> RunAsync(string name, Func<CancellationToken, Task<string>> work, string actor, CancellationToken cancellationToken)
    {
        var schedule = Known(name);
        var failing = new List<string>();
        foreach (var dependency in schedule.DependsOn)
        {
            if ((await store.FindAsync(dependency, cancellationToken)).HasFailed)
            {
                failing.Add($"; {dependency}, on which it depends, failed last");
            }
        }

        return await turn.RunAsync(
            schedule with { RunAsync = async token => $"{await work(token)}{string.Concat(failing)}" }, actor, cancellationToken);
    }

    /// <summary>Frees what a killed process held, at the start of a host that is alone on its state but for the command line.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in All)
        {
            await store.ChangeAsync(
                schedule.Name,
                state => state.Lease is null || state.Lease.Owner.StartsWith($"{CommandLine}:", StringComparison.Ordinal) ? null : state with { Lease = null },
                told: null,
                cancellationToken);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The run meets the same fault, and enters it into its account.")]
    private static async Task<bool> IsDueAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            return await schedule.IsDueAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    private Schedule Known(string name) => order.Find(name) ?? throw new ArgumentException(Unknown(name), nameof(name));

    /// <summary>Brings up to date what it depends on.</summary>
    /// <returns>Why it may not run; null when it may.</returns>
    private async Task<string?> PrepareAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        foreach (var dependency in schedule.DependsOn)
        {
            ScheduleRunOutcome outcome;
            while ((outcome = await TickAsync(dependency, cancellationToken)) is ScheduleRunOutcome.AlreadyRunning)
            {
                await Task.Delay(LookAgain, clock, cancellationToken);
            }

            if (outcome is ScheduleRunOutcome.HeldBack held)
            {
                return $"waits for {dependency}, which {held.Reason}";
            }

            if (await store.FindAsync(dependency, cancellationToken) is { HasFailed: true } failed)
            {
                return $"waits for {dependency}, which failed: {failed.LastOutcome}";
            }
        }

        return null;
    }

    private async Task<ScheduleRunOutcome> HoldBackAsync(Schedule schedule, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.ChangeAsync(
            schedule.Name, state => state.HoldBack(reason, now), (before, after) => ScheduleEvents.OfHoldBack(schedule, before, after), cancellationToken);
        return new ScheduleRunOutcome.HeldBack(reason);
    }
}
