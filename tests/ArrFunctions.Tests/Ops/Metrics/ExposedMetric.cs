using System.Globalization;

namespace ArrFunctions.Tests.Ops.Metrics;

/// <summary>A metric as it was read.</summary>
internal sealed class ExposedMetric(string name, string type)
{
    public string Name => name;

    public string Type => type;

    public List<ExposedLine> Lines { get; } = [];

    /// <summary>What its lines may be called.</summary>
    public string[] Names(bool isOpen) => type switch
    {
        "counter" when isOpen => [$"{name}_total", $"{name}_created"],
        "histogram" => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
        "gaugehistogram" => [$"{name}_bucket", $"{name}_gcount", $"{name}_gsum"],
        "info" => [$"{name}_info"],
        _ => [name],
    };

    public void Judge(bool isOpen)
    {
        Assert.NotEmpty(Lines);
        if (type is "counter" && !isOpen)
        {
            Assert.EndsWith("_total", name, StringComparison.Ordinal);
        }

        if (type is "counter")
        {
            Assert.All(Lines, line => Assert.True(line.Value >= 0, line.ToString()));
        }

        if (type is "histogram" or "gaugehistogram")
        {
            var mark = type is "histogram" ? "" : "g";
            foreach (var one in Lines.Where(line => line.Name == $"{name}_bucket").GroupBy(line => line.Without("le"), StringComparer.Ordinal))
            {
                Judge([.. one], Lines.Single(line => line.Name == $"{name}_{mark}count" && line.Without("le") == one.Key).Value, isOpen);
                Assert.Single(Lines, line => line.Name == $"{name}_{mark}sum" && line.Without("le") == one.Key);
            }
        }
    }

    private void Judge(IReadOnlyList<ExposedLine> buckets, double count, bool isOpen)
    {
        Assert.Equal("+Inf", buckets[^1].Label("le"));
        Assert.Equal(count, buckets[^1].Value);
        Assert.Equal(buckets.Select(bucket => bucket.Value), buckets.Select(bucket => bucket.Value).Order());
        var bounds = buckets.SkipLast(1).Select(bucket => double.Parse(bucket.Label("le"), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(bounds, bounds.Distinct().Order());

        // A sum of what can be negative is no counter.
        Assert.False(isOpen && type is "histogram" && bounds[0] < 0, name);
    }
}

/// <summary>A line with a value.</summary>
internal sealed record ExposedLine(string Name, IReadOnlyList<(string Name, string Value)> Labels, double Value)
{
    public string Label(string name) => Labels.Single(label => label.Name == name).Value;

    public string Without(string name) => string.Join(',', Labels.Where(label => label.Name != name).Select(label => $"{label.Name}={label.Value}"));

    public override string ToString() => $"{Name}{{{string.Join(',', Labels.Select(label => $"{label.Name}={label.Value}"))}}}";
}
