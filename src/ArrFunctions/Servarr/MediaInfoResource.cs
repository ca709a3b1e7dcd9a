using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>What an instance found in a file, as far as it is used.</summary>
internal sealed record MediaInfoResource
{
    public string? VideoCodec { get; set; }

    /// <summary>Width x height.</summary>
    public string? Resolution { get; set; }

    /// <summary>Empty for SDR.</summary>
    public string? VideoDynamicRangeType { get; set; }

    public string? AudioCodec { get; set; }

    [JsonConverter(typeof(LenientDecimal))]
    public decimal? AudioChannels { get; set; }

    /// <summary>Joined with slashes.</summary>
    public string? AudioLanguages { get; set; }

    /// <summary>"43:12", "2:01:33".</summary>
    public string? RunTime { get; set; }
}
