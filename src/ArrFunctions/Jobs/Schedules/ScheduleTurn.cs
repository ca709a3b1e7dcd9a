using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.Telemetry;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>One run of a schedule, under a lease that keeps every other one off it over all processes.</summary>
internal sealed partial class ScheduleTurn(ScheduleStore store, TimeProvider clock, ILogger logger, LiveConfiguration? configuration, ScheduleHeartbeats? heartbeats)
{
    /// <summary>A run that says nothing for so long is gone.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task<ScheduleRunOutcome> RunAsync(Schedule schedule, string actor, CancellationToken cancellationToken)
    {
        using var correlation = CorrelationId.BeginIfNone();
        var now = clock.GetUtcNow();
        var owner = $"{actor}:{Guid.NewGuid():n}";
        if (!await store.ChangeAsync(schedule.Name, state => state.IsRunning(now) ? null : state.Start(owner, Lease, now), told: null, cancellationToken))
        {
            return new ScheduleRunOutcome.AlreadyRunning();
        }

        heartbeats?.Begin(schedule.Name);
        using var span = Spans.Begin($"schedule {schedule.Name}");
        using var scope = Log.Running(logger, schedule.Name);
        try
        {
            var (outcome, isFailure) = await RunHeldAsync(schedule, owner, cancellationToken);
            span?.SetStatus(isFailure ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            await EndAsync(schedule, owner, outcome, isFailure, actor);
            heartbeats?.End(schedule.Name, outcome, isFailure, clock.GetUtcNow() - now);
            return isFailure ? new ScheduleRunOutcome.Failed(outcome) : new ScheduleRunOutcome.Ran(outcome);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await store.ChangeAsync(schedule.Name, state => state.Lease?.Owner == owner ? state.Stop() : null, told: null, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Runs it for as long as its lease holds, so that no two runs are at work at once.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A fault of one run is entered into its account and must not end the timer.")]
    private async Task<(string Outcome, bool IsFailure)> RunHeldAsync(Schedule schedule, string owner, CancellationToken cancellationToken)
    {
        using var options = configuration?.Hold(); // One run is done under one configuration.
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

    private async Task EndAsync(Schedule schedule, string owner, string outcome, bool isFailure, string actor)
    {
        var now = clock.GetUtcNow();
        await store.ChangeAsync(
            schedule.Name,
            state => state.Lease?.Owner == owner ? state.End(outcome, isFailure, now) : null,
            (before, after) => ScheduleEvents.OfEnd(schedule, before, after, actor),
            CancellationToken.None);
    }

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
        private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("schedule {Schedule}");

        public static IDisposable? Running(ILogger logger, string schedule) => Scope(logger, schedule);

        [LoggerMessage(LogLevel.Debug, "The schedule {Name} ran: {Outcome}.")]
        public static partial void Ran(ILogger logger, string name, string outcome);

        [LoggerMessage(LogLevel.Error, "The schedule {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception fault, string name);

        [LoggerMessage(LogLevel.Warning, "The lease of the schedule {Name} could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, Exception failure, string name);
    }
}
