using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(HealBody))]
internal sealed partial class HealBodyJson : JsonSerializerContext;
