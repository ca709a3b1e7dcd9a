using System.Text.Json.Serialization;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>What TMDB sends.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TmdbReply))]
internal sealed partial class TmdbJson : JsonSerializerContext;
