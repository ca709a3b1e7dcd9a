namespace ArrFunctions.Ops.Metrics;

/// <summary>Settings of what is measured (section <c>Metrics</c>).</summary>
public sealed record MetricsOptions
{
    /// <summary><c>Metrics:Enabled</c>: false measures nothing, and <c>/metrics</c> is not there.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary><c>Metrics:Prefix</c>: what the names of the product's own metrics begin with, without the underscore.</summary>
    public string Prefix { get; init; } = "arrfunctions";
}
