using System.Text.Json.Serialization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientText), typeof(LenientNumber), typeof(LenientFlag)])]
[JsonSerializable(typeof(WebhookPayload))]
internal sealed partial class PayloadJson : JsonSerializerContext;
