using Azure.Core;
using OpenTelemetry.Metrics;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public class AzureMonitorExporterOptions : ClientOptions
{
    public string? ConnectionString { get; set; }
}

public static class AzureMonitorExporterExtensions
{
    /// <summary>Only has the options made.</summary>
    public static MeterProviderBuilder AddAzureMonitorMetricExporter(
        this MeterProviderBuilder builder, Action<AzureMonitorExporterOptions>? configure = null, TokenCredential? credential = null, string? name = null)
    {
        configure?.Invoke(new());
        return builder;
    }
}
