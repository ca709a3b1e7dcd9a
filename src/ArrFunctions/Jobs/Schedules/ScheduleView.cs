namespace ArrFunctions.Jobs.Schedules;

/// <summary>A schedule as <c>GET schedules</c> shows it.</summary>
/// <param name="Cron">Six-field NCRONTAB, UTC.</param>
/// <param name="NextRun">Next tick of its timer; null while it is switched off.</param>
/// <param name="MeanMilliseconds">Mean duration of the runs that ended.</param>
/// <param name="IsHealthy">False after three failures in a row.</param>
internal sealed record ScheduleView(
    string Name, string Description, string Cron, bool IsEnabled, bool IsRunning, DateTimeOffset? LastStart, DateTimeOffset? LastEnd, string? LastOutcome,
    DateTimeOffset? NextRun, int Runs, int Failures, double? MeanMilliseconds, int ConsecutiveFailures, bool IsHealthy)
{
    public static ScheduleView Of(Schedule schedule, ScheduleState state, DateTimeOffset now) => new(
        schedule.Name,
        schedule.Description,
        schedule.Cron,
        state.IsEnabled,
        IsRunning: state.Lease?.Until > now,
        state.LastStart,
        state.LastEnd,
        state.LastOutcome,
        NextRun: state.IsEnabled ? CronTime.Next(schedule.Cron, now) : null,
        state.Runs,
        state.Failures,
        MeanMilliseconds: state.Runs == 0 ? null : Math.Round(state.TotalMilliseconds / state.Runs, 1),
        state.ConsecutiveFailures,
        IsHealthy: state.ConsecutiveFailures < ScheduleState.UnhealthyAt);
}

/// <summary>All schedules.</summary>
internal sealed record ScheduleList(IReadOnlyList<ScheduleView> Schedules);
