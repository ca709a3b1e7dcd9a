using OpenTelemetry.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Turns a point of an instrument into a sample.</summary>
internal static class InstrumentSample
{
    /// <summary>In the place of every label where an instrument had more label sets than it may.</summary>
    public const string Overflow = "overflow";

    public static MetricSample Of(MetricFamily family, MetricType type, MetricPoint point)
    {
        var labels = new string[family.Labels.Count];
        Array.Fill(labels, Overflow);
        foreach (var (name, value) in point.Tags)
        {
            if (IndexOf(family.Labels, name) is >= 0 and var place)
            {
                labels[place] = value as string ?? "";
            }
        }

        return type is MetricType.Histogram ? new(labels, Value: 0, BucketsOf(point)) : new(labels, point.GetSumLong());
    }

    private static BucketCounts BucketsOf(MetricPoint point)
    {
        var counts = new List<long>();
        foreach (var bucket in point.GetHistogramBuckets())
        {
            counts.Add(bucket.BucketCount);
        }

        return new(counts, point.GetHistogramSum());
    }

    private static int IndexOf(IReadOnlyList<string> labels, string name)
    {
        for (var place = 0; place < labels.Count; place++)
        {
            if (labels[place] == name)
            {
                return place;
            }
        }

        return -1;
    }
}
