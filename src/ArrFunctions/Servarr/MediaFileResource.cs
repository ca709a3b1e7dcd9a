using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>A movie file or episode file, as far as it is used (<c>GET moviefile</c>, <c>GET episodefile</c>).</summary>
/// <remarks>Where it is embedded in a movie (<c>GET movie</c>) it has no custom formats and no score.</remarks>
internal sealed record MediaFileResource
{
    public int Id { get; set; }

    /// <summary>Radarr's; 0 at Sonarr.</summary>
    public int MovieId { get; set; }

    /// <summary>Sonarr's; 0 at Radarr.</summary>
    public int SeriesId { get; set; }

    /// <summary>As the instance names it.</summary>
    public string? Path { get; set; }

    /// <summary>Below the folder of its movie or series.</summary>
    public string? RelativePath { get; set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; set; }

    /// <summary>ISO 8601.</summary>
    public string? DateAdded { get; set; }

    public string? ReleaseGroup { get; set; }

    public string? Edition { get; set; }

    [JsonConverter(typeof(LenientList<LanguageResource>))]
    public IReadOnlyList<LanguageResource> Languages { get; set; } = [];

    [JsonConverter(typeof(LenientObject<QualityModelResource>))]
    public QualityModelResource? Quality { get; set; }

    [JsonConverter(typeof(LenientList<NamedResource>))]
    public IReadOnlyList<NamedResource> CustomFormats { get; set; } = [];

    public int CustomFormatScore { get; set; }

    public bool QualityCutoffNotMet { get; set; }

    /// <summary>Null where it was not analysed.</summary>
    [JsonConverter(typeof(LenientObject<MediaInfoResource>))]
    public MediaInfoResource? MediaInfo { get; set; }
}
