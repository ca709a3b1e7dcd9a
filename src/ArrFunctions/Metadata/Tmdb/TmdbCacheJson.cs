using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Metadata.Tmdb;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<MediaKind>)])]
[JsonSerializable(typeof(CachedAnswer))]
internal sealed partial class TmdbCacheJson : JsonSerializerContext;
