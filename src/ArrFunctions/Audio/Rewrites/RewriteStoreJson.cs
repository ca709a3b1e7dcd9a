using System.Text.Json.Serialization;

namespace ArrFunctions.Audio.Rewrites;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RewriteRecord))]
internal sealed partial class RewriteStoreJson : JsonSerializerContext;
