namespace ArrFunctions.Library;

/// <summary>What the application found in a file.</summary>
public sealed record LibraryMedia
{
    /// <summary>As the application writes it: <c>x265</c>, <c>h264</c>.</summary>
    public string? VideoCodec { get; init; }

    /// <summary>Width x height: <c>1920x1080</c>.</summary>
    public string? Resolution { get; init; }

    /// <summary>Its <c>videoDynamicRangeType</c>: <c>HDR10</c>, <c>HDR10Plus</c>, <c>DV</c>, <c>DV HDR10</c>, <c>HLG</c>; null for SDR.</summary>
    public string? DynamicRange { get; init; }

    public string? AudioCodec { get; init; }

    /// <summary>5.1, 2.</summary>
    public decimal? AudioChannels { get; init; }

    /// <summary>Joined with slashes, as the application does: <c>eng/ger</c>.</summary>
    public string? AudioLanguages { get; init; }

    /// <summary>Seconds.</summary>
    public int? Runtime { get; init; }
}
