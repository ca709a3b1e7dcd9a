using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>Runs a schedule, once at a time over all processes, and keeps account of it.</summary>
internal sealed partial class ScheduleRun(IEnumerable<Schedule> schedules, ScheduleStore store, TimeProvider clock, ILogger<ScheduleRun> logger)
{
    /// <summary>A run that says nothing for so long is gone.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, Schedule> schedules = schedules.ToDictionary(schedule => schedule.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<Schedule> All => schedules.Values;

    public Schedule? Find(string name) => schedules.GetValueOrDefault(name);

    /// <summary>A tick of the timer: nothing happens when the schedule is switched off, runs already, or finds nothing to do.</summary>
    public async Task<ScheduleRunOutcome> TickAsync(string name, CancellationToken cancellationToken)
    {
        var schedule = schedules[name];
        if (!(await store.FindAsync(name, cancellationToken)).IsEnabled)
        {
            return new ScheduleRunOutcome.Disabled();
        }

        return await IsDueAsync(schedule, cancellationToken)
            ? await RunAsync(schedule, actor: $"schedule:{name}", cancellationToken)
            : new ScheduleRunOutcome.NotDue();
    }

    /// <summary>Runs it now, also when it is switched off: a person asked for it.</summary>
    public Task<ScheduleRunOutcome> RunAsync(string name, string actor, CancellationToken cancellationToken) => RunAsync(schedules[name], actor, cancellationToken);

    /// <summary>Frees what a killed process held, at the start of a host that is alone on its state.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        foreach (var name in schedules.Keys)
        {
            await store.ChangeAsync(name, state => state.Lease is null ? null : state with { Lease = null }, told: null, cancellationToken);
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

    private async Task<ScheduleRunOutcome> RunAsync(Schedule schedule, string actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var owner = $"schedule:{Guid.NewGuid():n}";
        if (!await store.ChangeAsync(schedule.Name, state => state.Lease?.Until > now ? null : state.Start(owner, Lease, now), told: null, cancellationToken))
        {
            return new ScheduleRunOutcome.AlreadyRunning();
        }

        try
        {
            var (outcome, isFailure) = await RunHeldAsync(schedule, owner, cancellationToken);
            await EndAsync(schedule.Name, owner, outcome, isFailure, actor);
            return isFailure ? new ScheduleRunOutcome.Failed(outcome) : new ScheduleRunOutcome.Ran(outcome);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync(schedule.Name, owner, "it was stopped before its end", isFailure: false, actor);
            throw;
        }
    }

    /// <summary>Runs it for as long as its lease holds, so that no two runs are at work at once.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault of one run is entered into its account and must not end the timer.")]
    private async Task<(string Outcome, bool IsFailure)> RunHeldAsync(Schedule schedule, string owner, CancellationToken cancellationToken)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await using var renewal = clock.CreateTimer(_ => Renew(schedule.Name, owner, held), state: null, Lease / 3, Lease / 3);
            var outcome = await schedule.RunAsync(held.Token);
            Log.Ran(logger, schedule.Name, outcome);
            return (outcome, IsFailure: false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, fault, schedule.Name);
            return (fault.Message, IsFailure: true);
        }
    }

    private async Task EndAsync(string name, string owner, string outcome, bool isFailure, string actor)
    {
        var now = clock.GetUtcNow();
        await store.ChangeAsync(
            name,
            state => state.Lease?.Owner == owner ? state.End(outcome, isFailure, now) : null,
            isFailure ? FailureOf(name, outcome, actor, now) : null,
            CancellationToken.None);
    }

    private static EventRecord FailureOf(string name, string outcome, string actor, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = "schedule.failed",
        Severity = EventSeverity.Error,
        Subject = $"schedule:{name}",
        Actor = actor,
        Message = $"The schedule {name} failed: {outcome}",
    };

    [SuppressMessage("Usage", "VSTHRD100:Avoid async void methods", Justification = "A timer's callback; every exception is caught.")]
    [SuppressMessage("Design", "MA0155:Do not use async void methods", Justification = "A timer's callback; every exception is caught.")]
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the lease from being renewed, the next third tries again.")]
    private async void Renew(string name, string owner, CancellationTokenSource held)
    {
        try
        {
            var until = clock.GetUtcNow() + Lease;
            if (!await store.ChangeAsync(name, state => state.Lease?.Owner == owner ? state with { Lease = new(owner, until) } : null, told: null, CancellationToken.None))
            {
                await held.CancelAsync();
            }
        }
        catch (ObjectDisposedException)
        {
            // The run has ended meanwhile.
        }
        catch (Exception failure)
        {
            Log.NotRenewed(logger, failure, name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "The schedule {Name} ran: {Outcome}.")]
        public static partial void Ran(ILogger logger, string name, string outcome);

        [LoggerMessage(LogLevel.Error, "The schedule {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception fault, string name);

        [LoggerMessage(LogLevel.Warning, "The lease of the schedule {Name} could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, Exception failure, string name);
    }
}
