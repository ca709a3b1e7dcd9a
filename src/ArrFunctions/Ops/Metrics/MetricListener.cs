using OpenTelemetry.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>An exporter that a host brings, with a reader and a timer of its own; all metrics of the product are fed to it.</summary>
/// <param name="Add">Adds it to what it is fed by.</param>
internal sealed record MetricListener(Action<MeterProviderBuilder> Add);
