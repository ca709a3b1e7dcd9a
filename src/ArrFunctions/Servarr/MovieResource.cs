using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>A movie of Radarr, as far as it is used (<c>GET movie</c>).</summary>
/// <remarks>The members can be set because the JSON source generator would overwrite the defaults of init-only ones.</remarks>
internal sealed record MovieResource
{
    public int Id { get; set; }

    public string? Title { get; set; }

    public int Year { get; set; }

    public int TmdbId { get; set; }

    /// <summary>Its folder as Radarr names it.</summary>
    public string? Path { get; set; }

    [JsonConverter(typeof(LenientObject<LanguageResource>))]
    public LanguageResource? OriginalLanguage { get; set; }

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<int> Tags { get; set; } = [];

    public int QualityProfileId { get; set; }

    public bool Monitored { get; set; }

    [JsonConverter(typeof(LenientWords))]
    public IReadOnlyList<string>? Genres { get; set; }

    [JsonConverter(typeof(LenientObject<CollectionResource>))]
    public CollectionResource? Collection { get; set; }

    public string? Status { get; set; }

    public string? ImdbId { get; set; }

    /// <summary>Minutes.</summary>
    public int Runtime { get; set; }

    /// <summary>Without custom formats and score.</summary>
    [JsonConverter(typeof(LenientObject<MediaFileResource>))]
    public MediaFileResource? MovieFile { get; set; }
}

/// <summary>A collection of movies.</summary>
internal sealed record CollectionResource
{
    public string? Title { get; set; }
}
