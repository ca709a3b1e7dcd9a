using System.Globalization;
using System.Text;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Writes metrics as Prometheus reads them (exposition formats 0.0.4 and OpenMetrics 1.0.0).</summary>
internal sealed class MetricText(MetricFormat format, string prefix)
{
    private readonly StringBuilder text = new(64 * 1024);

    private bool IsOpen => format is MetricFormat.OpenMetrics;

    public static string Of(IEnumerable<MetricValues> values, MetricFormat format, string prefix)
    {
        var writer = new MetricText(format, prefix);
        foreach (var metric in values.OrderBy(static each => each.Family.Name, StringComparer.Ordinal))
        {
            writer.Append(metric.Family, metric.Samples);
        }

        return writer.IsOpen ? writer.text.Append("# EOF\n").ToString() : writer.text.ToString();
    }

    private void Append(MetricFamily family, IReadOnlyList<MetricSample> samples)
    {
        if (samples.Count == 0)
        {
            return;
        }

        var name = family.FullName(prefix);
        var head = HeadOf(family, name);
        text.Append("# TYPE ").Append(head).Append(' ').Append(TypeOf(family.Kind)).Append('\n');
        if (IsOpen && family.Unit is { } unit)
        {
            text.Append("# UNIT ").Append(head).Append(' ').Append(unit).Append('\n');
        }

        text.Append("# HELP ").Append(head).Append(' ');
        Escape(family.Help, isQuoted: IsOpen);
        text.Append('\n');
        foreach (var sample in samples)
        {
            Append(family, name, sample);
        }
    }

    private void Append(MetricFamily family, string name, MetricSample sample)
    {
        if (sample.Buckets is not { } buckets)
        {
            AppendLine(family, family.Kind is MetricKind.Info ? $"{name}_info" : name, sample, bound: null, family.Kind is MetricKind.Info ? 1 : sample.Value);
            return;
        }

        var total = 0L;
        for (var place = 0; place < buckets.Counts.Count; place++)
        {
            total += buckets.Counts[place];
            AppendLine(family, $"{name}_bucket", sample, place < family.Bounds.Count ? family.Bounds[place] : double.PositiveInfinity, total);
        }

        var g = IsOpen && family.Kind is MetricKind.GaugeHistogram ? "g" : "";
        AppendLine(family, $"{name}_{g}count", sample, bound: null, total);
        AppendLine(family, $"{name}_{g}sum", sample, bound: null, buckets.Sum);
    }

    private void AppendLine(MetricFamily family, string name, MetricSample sample, double? bound, double value)
    {
        text.Append(name);
        var separator = '{';
        for (var place = 0; place < family.Labels.Count; place++)
        {
            text.Append(separator).Append(family.Labels[place]).Append("=\"");
            Escape(sample.Labels[place], isQuoted: true);
            text.Append('"');
            separator = ',';
        }

        if (bound is { } upper)
        {
            text.Append(separator).Append("le=\"").Append(Bound(upper)).Append('"');
            separator = ',';
        }

        text.Append(separator is '{' ? "" : "}").Append(' ').Append(Number(value)).Append('\n');
    }

    /// <summary>What stands behind TYPE: OpenMetrics names the metric, the older text its lines.</summary>
    private string HeadOf(MetricFamily family, string name) => (family.Kind, IsOpen) switch
    {
        (MetricKind.Counter, true) => name[..^"_total".Length],
        (MetricKind.Info, false) => $"{name}_info",
        _ => name,
    };

    private string TypeOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        MetricKind.GaugeHistogram => IsOpen ? "gaugehistogram" : "histogram",
        MetricKind.Info when IsOpen => "info",
        _ => "gauge",
    };

    private void Escape(string value, bool isQuoted)
    {
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '"' when isQuoted => text.Append("\\\""),
                _ => text.Append(letter),
            };
        }
    }

    /// <summary>With a point also where it is whole, so that both formats give the same series.</summary>
    private static string Bound(double value) => Number(value) is var number && number.AsSpan().ContainsAny('.', 'E', 'I') ? number : $"{number}.0";

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
