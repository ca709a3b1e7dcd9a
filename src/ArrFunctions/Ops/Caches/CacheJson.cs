using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.Caches;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CacheList))]
[JsonSerializable(typeof(CacheRemoval))]
internal sealed partial class CacheJson : JsonSerializerContext;
