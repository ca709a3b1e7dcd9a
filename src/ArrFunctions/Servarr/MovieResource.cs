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
}
