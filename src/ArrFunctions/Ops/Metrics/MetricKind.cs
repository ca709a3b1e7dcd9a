namespace ArrFunctions.Ops.Metrics;

/// <summary>How the value of a metric is to be read.</summary>
internal enum MetricKind
{
    /// <summary>Only grows, from the start of the process on.</summary>
    Counter,

    /// <summary>How something stands now.</summary>
    Gauge,

    /// <summary>How many were how large, from the start of the process on.</summary>
    Histogram,

    /// <summary>How many are how large now; may shrink.</summary>
    GaugeHistogram,

    /// <summary>Labels alone; the value is 1.</summary>
    Info,
}
