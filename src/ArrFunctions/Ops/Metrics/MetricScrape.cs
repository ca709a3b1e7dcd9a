using System.Runtime.InteropServices;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Metrics;

/// <summary>All metrics at one time: what instruments counted, and what collectors look up.</summary>
internal sealed class MetricScrape(ScrapeReader reader, MetricCollectors collectors, MetricsOptions options) : IDisposable
{
    /// <summary>The runtime of the replaced program is named by an empty text.</summary>
    public static readonly MetricFamily Version = new("version", MetricKind.Info, "Which version this is, and on what it runs.", "version", "python_version", "runtime");

    private readonly Lock gate = new();

    public async Task<string> ReadAsync(MetricFormat format, CancellationToken cancellationToken)
    {
        var looked = await collectors.ReadAsync(cancellationToken);
        lock (gate)
        {
            return MetricText.Of([new(Version, [new([StateHeader.ProductVersion, "", RuntimeInformation.FrameworkDescription], 1)]), .. reader.Read(), .. looked], format, options.Prefix);
        }
    }

    public void Dispose() => reader.Dispose();
}
