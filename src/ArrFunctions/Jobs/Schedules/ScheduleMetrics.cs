using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>How the schedules stand.</summary>
internal static class ScheduleMetrics
{
    private const string Label = "schedule";

    private static readonly MetricFamily Success = new(
        "schedule_last_success_timestamp_seconds", MetricKind.Gauge, "When a schedule last ran without a failure, as Unix time.", Label) { Unit = "seconds" };

    private static readonly MetricFamily Failures = new("schedule_consecutive_failures", MetricKind.Gauge, "Failures of a schedule in a row; from 3 on it is unhealthy.", Label);
    private static readonly MetricFamily Enabled = new("schedule_enabled", MetricKind.Gauge, "0 while a person has switched the schedule off.", Label);
    private static readonly MetricFamily HeldBack = new("schedule_held_back", MetricKind.Gauge, "1 while it waits for a schedule that failed.", Label);
    private static readonly MetricFamily Duration = new("schedule_last_duration_seconds", MetricKind.Gauge, "How long its last run took.", Label) { Unit = "seconds" };

    public static MetricCollector Collector(IEnumerable<Schedule> schedules, ScheduleStore store) => new(
        "schedules",
        [Success, Failures, Enabled, HeldBack, Duration],
        async (sink, cancellationToken) =>
        {
            var states = await Task.WhenAll(schedules.Select(async schedule => (schedule.Name, State: await store.FindAsync(schedule.Name, cancellationToken))));
            foreach (var (name, state) in states)
            {
                sink.AddTime(Success, state.LastSuccess, name);
                sink.Add(Failures, state.ConsecutiveFailures, name);
                sink.Add(Enabled, state.IsEnabled ? 1 : 0, name);
                sink.Add(HeldBack, state.HeldBackSince is null ? 0 : 1, name);
                if (state.LastMilliseconds is { } took)
                {
                    sink.Add(Duration, took / 1000, name);
                }
            }
        });
}
