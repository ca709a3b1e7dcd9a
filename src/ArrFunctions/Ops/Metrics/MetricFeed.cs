using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ArrFunctions.Ops.Metrics;

/// <summary>What exporters of the SDK are fed by: the instruments of this host, and no others of the process.</summary>
internal static class MetricFeed
{
    private const int MostLabelSets = 1500;

    /// <param name="isWanted">Whether one of the instruments is sent.</param>
    public static MeterProviderBuilder Of(ProductMeter meter, Func<System.Diagnostics.Metrics.Instrument, bool> isWanted) => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(static resource => resource.Clear().AddService("arrfunctions", serviceVersion: Telemetry.OtlpExport.Version))
        .AddMeter(ProductMeter.Name)
        .AddView(instrument => meter.Has(instrument) && isWanted(instrument)
            ? new MetricStreamConfiguration { CardinalityLimit = MostLabelSets }
            : MetricStreamConfiguration.Drop);
}
