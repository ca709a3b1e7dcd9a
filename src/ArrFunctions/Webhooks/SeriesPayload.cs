using System.Text.Json.Serialization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

internal sealed record SeriesPayload
{
    public string? Title { get; set; }

    [JsonConverter(typeof(LenientObject<LanguagePayload>))]
    public LanguagePayload? OriginalLanguage { get; set; }
}
