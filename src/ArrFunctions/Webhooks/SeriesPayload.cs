using System.Text.Json.Serialization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

internal sealed record SeriesPayload
{
    public long? Id { get; set; }

    public string? Title { get; set; }

    public long? Year { get; set; }

    public long? TvdbId { get; set; }

    public long? TmdbId { get; set; }

    /// <summary>standard, daily, anime.</summary>
    public string? Type { get; set; }

    /// <inheritdoc cref="MoviePayload.Tags"/>
    [JsonConverter(typeof(LenientWords))]
    public IReadOnlyList<string>? Tags { get; set; }

    [JsonConverter(typeof(LenientObject<LanguagePayload>))]
    public LanguagePayload? OriginalLanguage { get; set; }
}
