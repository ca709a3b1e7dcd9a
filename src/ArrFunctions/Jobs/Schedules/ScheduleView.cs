namespace ArrFunctions.Jobs.Schedules;

/// <summary>A schedule as <c>GET schedules</c> shows it.</summary>
/// <param name="Cron">Six-field NCRONTAB, UTC.</param>
/// <param name="DependsOn">Schedules that are brought up to date before it runs.</param>
/// <param name="NextRun">Next tick of its timer; null while it is switched off.</param>
/// <param name="HeldBackSince">Since when it waits for one that failed.</param>
/// <param name="SuccessRate">Percent of the runs that ended.</param>
/// <param name="LastMilliseconds">Duration of the last run that ended.</param>
/// <param name="MeanMilliseconds">Mean duration of the runs that ended.</param>
/// <param name="IsHealthy">False after three failures in a row.</param>
internal sealed record ScheduleView(
    string Name, string Description, string Cron, IReadOnlyList<string> DependsOn, bool IsEnabled, bool IsRunning, DateTimeOffset? LastStart, DateTimeOffset? LastEnd,
    string? LastOutcome, DateTimeOffset? NextRun, DateTimeOffset? HeldBackSince, int Runs, int Failures, double? SuccessRate, double? LastMilliseconds,
    double? MeanMilliseconds, int ConsecutiveFailures, bool IsHealthy)
{
    public static ScheduleView Of(Schedule schedule, ScheduleState state, DateTimeOffset now) => new(
        schedule.Name,
        schedule.Description,
        schedule.Cron,
        schedule.DependsOn,
        state.IsEnabled,
        state.IsRunning(now),
        state.LastStart,
        state.LastEnd,
        state.LastOutcome,
        NextRun: state.IsEnabled ? CronTime.Next(schedule.Cron, now) : null,
        state.HeldBackSince,
        state.Runs,
        state.Failures,
        SuccessRate: state.Runs == 0 ? null : Math.Round(100.0 * (state.Runs - state.Failures) / state.Runs, 1),
        LastMilliseconds: state.LastMilliseconds is { } last ? Math.Round(last, 1) : null,
        MeanMilliseconds: state.Runs == 0 ? null : Math.Round(state.TotalMilliseconds / state.Runs, 1),
        state.ConsecutiveFailures,
        state.IsHealthy);
}

/// <summary>All schedules.</summary>
internal sealed record ScheduleList(IReadOnlyList<ScheduleView> Schedules);
