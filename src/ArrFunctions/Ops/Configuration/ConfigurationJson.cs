using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Configuration;

/// <summary>The configuration in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = false)]
[JsonSerializable(typeof(StoredRow))]
[JsonSerializable(typeof(ConfigurationView))]
[JsonSerializable(typeof(ChangeReport))]
[JsonSerializable(typeof(ValidationReport))]
[JsonSerializable(typeof(FindingView))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
