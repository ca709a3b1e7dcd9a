namespace ArrFunctions.Servarr;

/// <summary>Something that an instance finds wrong with itself (<c>GET health</c>).</summary>
internal sealed record HealthResource
{
    /// <summary>The check: <c>IndexerStatusCheck</c>.</summary>
    public string? Source { get; set; }

    /// <summary><c>notice</c>, <c>warning</c> or <c>error</c>.</summary>
    public string? Type { get; set; }

    /// <summary>In the language of its user interface.</summary>
    public string? Message { get; set; }
}
