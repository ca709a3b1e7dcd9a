using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Whether what is configured is what holds.</summary>
internal static class ConfigurationMetrics
{
    private static readonly MetricFamily NeedsRestart = new("config_needs_restart", MetricKind.Gauge, "1 while a setting was changed that holds only after the next start.");
    private static readonly MetricFamily Problems = new("config_problems", MetricKind.Gauge, "What is wrong in the configuration as it was last read; while there is something, the one before holds.");

    public static MetricCollector Collector(LiveConfiguration configuration) => MetricCollector.Of("configuration", [NeedsRestart, Problems], sink =>
    {
        var state = configuration.State;
        sink.Add(NeedsRestart, state.IsAnyWaiting ? 1 : 0);
        sink.Add(Problems, state.Trouble?.Count ?? 0);
    });
}
