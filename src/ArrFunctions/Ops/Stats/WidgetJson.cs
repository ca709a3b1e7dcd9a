using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Stats;

/// <summary>What is not known is null and not left out: start pages look fields up by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Widget))]
internal sealed partial class WidgetJson : JsonSerializerContext;
