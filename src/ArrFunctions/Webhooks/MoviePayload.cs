using System.Text.Json.Serialization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

internal sealed record MoviePayload
{
    public string? Title { get; set; }

    public long? Year { get; set; }

    [JsonConverter(typeof(LenientObject<LanguagePayload>))]
    public LanguagePayload? OriginalLanguage { get; set; }
}
