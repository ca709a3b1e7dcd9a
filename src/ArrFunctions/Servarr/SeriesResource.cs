using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>A series of Sonarr, as far as it is used (<c>GET series</c>).</summary>
/// <inheritdoc cref="MovieResource" path="/remarks"/>
internal sealed record SeriesResource
{
    public int Id { get; set; }

    public string? Title { get; set; }

    public int Year { get; set; }

    public int TvdbId { get; set; }

    public int TmdbId { get; set; }

    /// <summary>Its folder as Sonarr names it.</summary>
    public string? Path { get; set; }

    /// <summary>standard, daily, anime.</summary>
    public string? SeriesType { get; set; }

    [JsonConverter(typeof(LenientObject<LanguageResource>))]
    public LanguageResource? OriginalLanguage { get; set; }

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<int> Tags { get; set; } = [];

    public int QualityProfileId { get; set; }

    public bool Monitored { get; set; }

    [JsonConverter(typeof(LenientWords))]
    public IReadOnlyList<string>? Genres { get; set; }

    public string? Network { get; set; }

    public string? Status { get; set; }

    public string? ImdbId { get; set; }

    /// <summary>Minutes of an episode.</summary>
    public int Runtime { get; set; }

    [JsonConverter(typeof(LenientList<SeasonResource>))]
    public IReadOnlyList<SeasonResource> Seasons { get; set; } = [];

    [JsonConverter(typeof(LenientObject<SeriesStatisticsResource>))]
    public SeriesStatisticsResource? Statistics { get; set; }
}
