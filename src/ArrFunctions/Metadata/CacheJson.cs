using System.Text.Json.Serialization;

namespace ArrFunctions.Metadata;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CacheList))]
[JsonSerializable(typeof(CacheRemoval))]
internal sealed partial class CacheJson : JsonSerializerContext;
