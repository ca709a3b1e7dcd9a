namespace ArrFunctions.Ops.Metrics;

/// <summary>A metric: its name, and what its values are.</summary>
/// <param name="Name">Without the prefix: <c>http_requests_total</c>. Counters end with <c>_total</c>, a unit stands before that.</param>
/// <param name="Kind">How a value is to be read.</param>
/// <param name="Help">A sentence.</param>
/// <param name="Labels">Names of the labels, in the order in which values are given.</param>
internal sealed record MetricFamily(string Name, MetricKind Kind, string Help, params IReadOnlyList<string> Labels)
{
    /// <summary>Label sets that are shown; what comes beyond them is counted, and left out or summed up.</summary>
    public int Most { get; init; } = 200;

    /// <summary>A base unit that the name ends with: seconds, bytes, ratio; null: it is a plain number.</summary>
    public string? Unit { get; init; }

    /// <summary>A name that every program has, such as <c>process_cpu_seconds_total</c>.</summary>
    public bool IsUnprefixed { get; init; }

    /// <summary>Of a histogram: the upper bounds of its buckets, without the last one, which has none.</summary>
    public IReadOnlyList<double> Bounds { get; init; } = [];

    /// <param name="prefix">Without its underscore.</param>
    public string FullName(string prefix) => IsUnprefixed ? Name : $"{prefix}_{Name}";
}
