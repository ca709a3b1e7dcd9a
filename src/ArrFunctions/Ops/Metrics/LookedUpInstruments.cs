using System.Diagnostics.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Instruments that tell what the collectors told last, for whoever listens to the meter itself.</summary>
/// <remarks>A meter has no instrument for a histogram that is looked up: of one, its count and its sum are told.</remarks>
internal sealed class LookedUpInstruments(ProductMeter meter, MetricCollectors collectors, MetricsOptions options)
{
    public void Create()
    {
        foreach (var family in collectors.Families)
        {
            var (name, unit) = (family.FullName(options.Prefix), ProductMeter.UnitOf(family));
            switch (family.Kind)
            {
                case MetricKind.Counter:
                    meter.Meter.CreateObservableCounter(name, () => Measure(family, static sample => sample.Value), unit, family.Help);
                    break;
                case MetricKind.Histogram or MetricKind.GaugeHistogram:
                    meter.Meter.CreateObservableGauge($"{name}_count", () => Measure(family, static sample => sample.Buckets!.Total), unit: null, family.Help);
                    meter.Meter.CreateObservableGauge($"{name}_sum", () => Measure(family, static sample => sample.Buckets!.Sum), unit, family.Help);
                    break;
                default:
                    meter.Meter.CreateObservableGauge(name, () => Measure(family, static sample => sample.Value), unit, family.Help);
                    break;
            }
        }
    }

    public static bool IsGauge(Instrument instrument) => instrument is ObservableGauge<double>;

    private IEnumerable<Measurement<double>> Measure(MetricFamily family, Func<MetricSample, double> value) => collectors.Last
        .Where(metric => metric.Family == family)
        .SelectMany(static metric => metric.Samples)
        .Select(sample => new Measurement<double>(
            value(sample), family.Labels.Zip(sample.Labels, static (name, label) => new KeyValuePair<string, object?>(name, label))));
}
