using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArrFunctions.Ops.Metrics;

/// <summary>The two ways in which metrics are written.</summary>
internal enum MetricFormat
{
    /// <summary>Prometheus text 0.0.4.</summary>
    Text,

    /// <summary>OpenMetrics text 1.0.0.</summary>
    OpenMetrics,
}

/// <summary>Which of them a reader gets.</summary>
internal static class MetricFormats
{
    public static string ContentType(this MetricFormat format) => format is MetricFormat.OpenMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>The one that is wanted most; the text where none is that can be had.</summary>
    public static MetricFormat Choose(StringValues accept) => MediaTypeHeaderValue.TryParseList(accept, out var wanted)
        ? wanted.Where(static type => type.Quality is not 0).OrderByDescending(static type => type.Quality ?? 1).Select(Of).FirstOrDefault(static format => format is not null) ?? MetricFormat.Text
        : MetricFormat.Text;

    private static MetricFormat? Of(MediaTypeHeaderValue type)
    {
        var version = type.Parameters.FirstOrDefault(static parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase))?.GetUnescapedValue().Value;
        return type.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/openmetrics-text" when version is null or "1.0.0" or "0.0.1" => MetricFormat.OpenMetrics,
            "text/plain" when version is null or "0.0.4" => MetricFormat.Text,
            "text/*" or "*/*" => MetricFormat.Text,
            _ => null,
        };
    }
}
