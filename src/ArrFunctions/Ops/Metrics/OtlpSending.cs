using ArrFunctions.Ops.Telemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>A part of the metrics on its way to the collector: what is counted, or what is seen.</summary>
/// <remarks>What is looked up and is gone must not be sent for ever; of gauges only those are told that were seen since the last time. Counters are cumulative.</remarks>
internal sealed class OtlpSending : IDisposable
{
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    public OtlpSending(ProductMeter meter, OtlpOptions otlp, bool isGauge)
    {
        // Variables of the environment that the SDK knows do not count: all is set here.
        var settings = new OtlpExporterOptions();
        OtlpExport.Configure(settings, otlp, "metrics");
        reader = new(new OtlpMetricExporter(settings))
        {
            TemporalityPreference = isGauge ? MetricReaderTemporalityPreference.Delta : MetricReaderTemporalityPreference.Cumulative,
        };
        provider = MetricFeed.Of(meter, instrument => LookedUpInstruments.IsGauge(instrument) == isGauge).AddReader(reader).Build();
    }

    public bool Send() => reader.Collect((int)OtlpExport.Patience.TotalMilliseconds);

    /// <summary>Sends once more.</summary>
    public void Dispose()
    {
        reader.Shutdown((int)OtlpExport.Patience.TotalMilliseconds);
        provider.Dispose();
        reader.Dispose();
    }
}
