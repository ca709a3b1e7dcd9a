namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>The points of a metric as they were sent: read out of the protobuf of <c>ExportMetricsServiceRequest</c> by the numbers of its fields.</summary>
internal sealed record SentMetric(string Name, IReadOnlyList<IReadOnlyDictionary<string, string>> Points)
{
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    public static IEnumerable<SentMetric> Read(byte[] request) =>
        from resource in SentSpan.Fields(request, 1)
        from scope in SentSpan.Fields(resource, 2)
        from metric in SentSpan.Fields(scope, 2)
        select new SentMetric(SentSpan.Text(metric, 1), [.. Labels(metric, Gauge, 7), .. Labels(metric, Sum, 7), .. Labels(metric, Histogram, 9)]);

    private static IEnumerable<IReadOnlyDictionary<string, string>> Labels(byte[] metric, int kind, int attributes) =>
        from data in SentSpan.Fields(metric, kind)
        from point in SentSpan.Fields(data, 1)
        select SentSpan.Fields(point, attributes).ToDictionary(
            label => SentSpan.Text(label, 1), label => SentSpan.Text(SentSpan.Fields(label, 2).Single(), 1), StringComparer.Ordinal);
}
