using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>What the instruments have counted since the start of the process, whenever it is asked for.</summary>
internal sealed class ScrapeReader : IDisposable
{
    private readonly PulledExporter exporter;
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;

    /// <param name="meter">Its instruments alone are listened to.</param>
    /// <param name="families">Those that instruments count for.</param>
    /// <param name="prefix">Of their names.</param>
    public ScrapeReader(ProductMeter meter, IReadOnlyList<MetricFamily> families, string prefix)
    {
        var named = families.ToDictionary(family => family.FullName(prefix), StringComparer.Ordinal);
        exporter = new(named);
        reader = new(exporter);
        provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ProductMeter.Name)
            .AddView(instrument => meter.Has(instrument) && named.TryGetValue(instrument.Name, out var family)
                ? new MetricStreamConfiguration { CardinalityLimit = family.Most }
                : MetricStreamConfiguration.Drop)
            .AddReader(reader)
            .Build();
    }

    /// <summary>One caller at a time.</summary>
    public IReadOnlyList<MetricValues> Read()
    {
        exporter.Values = [];
        exporter.Collect!(Timeout.Infinite);
        return exporter.Values;
    }

    public void Dispose()
    {
        provider.Dispose();
        reader.Dispose();
        exporter.Dispose();
    }

    [ExportModes(ExportModes.Pull)]
    private sealed class PulledExporter(Dictionary<string, MetricFamily> named) : BaseExporter<Metric>, IPullMetricExporter
    {
        public IReadOnlyList<MetricValues> Values { get; set; } = [];

        public Func<int, bool>? Collect { get; set; }

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var values = new List<MetricValues>();
            foreach (var metric in batch)
            {
                var family = named[metric.Name];
                var samples = new List<MetricSample>();
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    samples.Add(InstrumentSample.Of(family, metric.MetricType, point));
                }

                values.Add(new(family, samples));
            }

            Values = values;
            return ExportResult.Success;
        }
    }
}
