using System.Diagnostics.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>The one meter of the product. What is counted as it happens has an instrument of its own here; the rest is looked up by collectors.</summary>
/// <param name="factory">Of this host: its meter is another one than that of a second host in the same process.</param>
internal sealed class ProductMeter(IMeterFactory factory, MetricsOptions options)
{
    public const string Name = "ArrFunctions";

    public Meter Meter { get; } = factory.Create(Name);

    public Counter<long> Counter(MetricFamily family) => Meter.CreateCounter<long>(family.FullName(options.Prefix), UnitOf(family), family.Help);

    public Histogram<double> Histogram(MetricFamily family) => Meter.CreateHistogram(
        family.FullName(options.Prefix), UnitOf(family), family.Help, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = family.Bounds });

    /// <summary>Whether an instrument is of this host.</summary>
    public bool Has(Instrument instrument) => ReferenceEquals(instrument.Meter, Meter);

    /// <summary>As UCUM writes it.</summary>
    public static string? UnitOf(MetricFamily family) => family.Unit switch
    {
        "seconds" => "s",
        "bytes" => "By",
        "ratio" => "1",
        _ => null,
    };
}
