using System.Text.Json.Serialization;
using ArrFunctions.Jobs;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>The bodies of the answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<ServarrService>), typeof(CamelCaseEnum<WebhookStatus>), typeof(CamelCaseEnum<JobStatus>), typeof(CamelCaseEnum<JobResult>)])]
[JsonSerializable(typeof(WebhookReply.Accepted))]
[JsonSerializable(typeof(WebhookReply.Ignored))]
[JsonSerializable(typeof(WebhookView))]
internal sealed partial class WebhookViewJson : JsonSerializerContext;
