using System.Text.Json.Serialization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

internal sealed record MoviePayload
{
    public long? Id { get; set; }

    public string? Title { get; set; }

    public long? Year { get; set; }

    public long? TmdbId { get; set; }

    /// <summary>Labels; null where the sender told none that can be read.</summary>
    [JsonConverter(typeof(LenientWords))]
    public IReadOnlyList<string>? Tags { get; set; }

    [JsonConverter(typeof(LenientObject<LanguagePayload>))]
    public LanguagePayload? OriginalLanguage { get; set; }
}
