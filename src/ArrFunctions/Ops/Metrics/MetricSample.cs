namespace ArrFunctions.Ops.Metrics;

/// <summary>A value of a metric under one set of labels.</summary>
/// <param name="Labels">As many as the metric has.</param>
/// <param name="Buckets">Of a histogram; its value does not count.</param>
internal sealed record MetricSample(IReadOnlyList<string> Labels, double Value, BucketCounts? Buckets = null);

/// <summary>A histogram at one time.</summary>
/// <param name="Counts">Of each bucket by itself; the last one, without a bound, included.</param>
/// <param name="Sum">Of all values.</param>
internal sealed record BucketCounts(IReadOnlyList<long> Counts, double Sum)
{
    public long Total => Counts.Sum();
}

/// <summary>A metric with all its samples.</summary>
internal sealed record MetricValues(MetricFamily Family, IReadOnlyList<MetricSample> Samples);
