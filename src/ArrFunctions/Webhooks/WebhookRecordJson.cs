using System.Text.Json.Serialization;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<ServarrService>), typeof(CamelCaseEnum<WebhookStatus>)])]
[JsonSerializable(typeof(WebhookRecord))]
internal sealed partial class WebhookRecordJson : JsonSerializerContext;
