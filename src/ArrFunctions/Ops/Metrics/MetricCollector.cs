namespace ArrFunctions.Ops.Metrics;

/// <summary>Looks up how something stands whenever the metrics are read; each feature registers its own.</summary>
/// <param name="Name">A word in camelCase: the label <c>collector</c>.</param>
/// <param name="Families">All metrics that it tells of.</param>
/// <param name="CollectAsync">Reads, and fills the sink. It asks nobody but the state and the process; one that fails or takes long leaves out its own metrics alone.</param>
internal sealed record MetricCollector(string Name, IReadOnlyList<MetricFamily> Families, Func<MetricSink, CancellationToken, Task> CollectAsync)
{
    /// <summary>So long its last answer is good for the next reader.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>One that needs no waiting.</summary>
    public static MetricCollector Of(string name, IReadOnlyList<MetricFamily> families, Action<MetricSink> collect) => new(
        name,
        families,
        (sink, _) =>
        {
            collect(sink);
            return Task.CompletedTask;
        });
}
