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
}
