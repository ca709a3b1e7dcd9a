using ArrFunctions.Ops.Telemetry;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Sends the metrics to a collector once a minute, and at the end; the collectors of the product run before each sending.</summary>
internal sealed class OtlpMetrics(
    ProductMeter meter, MetricCollectors collectors, LookedUpInstruments lookedUp, OtlpOptions otlp, MetricsOptions options, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MostLabelSets = 1500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (otlp.Endpoint is null || !options.IsEnabled)
        {
            return;
        }

        lookedUp.Create();

        // What is looked up and is gone must not be sent for ever; of gauges only those are told then that were seen.
        using var counted = new Sending(meter, Exporter(otlp), isGauge: false, MetricReaderTemporalityPreference.Cumulative);
        using var seen = new Sending(meter, Exporter(otlp), isGauge: true, MetricReaderTemporalityPreference.Delta);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await collectors.ReadAsync(CancellationToken.None);
            await Task.Run(() => counted.Send() & seen.Send(), CancellationToken.None);
        }
    }

    /// <summary>Variables of the environment that the SDK knows do not count: all is set here.</summary>
    private static OtlpMetricExporter Exporter(OtlpOptions otlp) => new(new OtlpExporterOptions
    {
        Endpoint = otlp.Protocol is OtlpProtocol.Grpc ? otlp.Endpoint! : new($"{otlp.Endpoint!.AbsoluteUri.TrimEnd('/')}/v1/metrics"),
        Protocol = otlp.Protocol is OtlpProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
        Headers = otlp.Headers ?? "",
        TimeoutMilliseconds = (int)Patience.TotalMilliseconds,
    });

    private sealed class Sending : IDisposable
    {
        private readonly BaseExportingMetricReader reader;
        private readonly MeterProvider provider;

        public Sending(ProductMeter meter, OtlpMetricExporter exporter, bool isGauge, MetricReaderTemporalityPreference preference)
        {
            reader = new(exporter) { TemporalityPreference = preference };
            provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(static resource => resource.Clear().AddService("arrfunctions"))
                .AddMeter(ProductMeter.Name)
                .AddView(instrument => meter.Has(instrument) && LookedUpInstruments.IsGauge(instrument) == isGauge
                    ? new MetricStreamConfiguration { CardinalityLimit = MostLabelSets }
                    : MetricStreamConfiguration.Drop)
                .AddReader(reader)
                .Build();
        }

        public bool Send() => reader.Collect((int)Patience.TotalMilliseconds);

        public void Dispose()
        {
            provider.Dispose();
            reader.Dispose();
        }
    }
}
