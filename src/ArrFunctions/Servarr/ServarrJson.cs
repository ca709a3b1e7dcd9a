using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>The resources of the three APIs. A member that is missing or of another type is null, empty, false or 0.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(LenientText), typeof(LenientNumber), typeof(LenientInteger), typeof(LenientIds), typeof(LenientFlag),
    ])]
[JsonSerializable(typeof(MovieResource))]
[JsonSerializable(typeof(SeriesResource))]
[JsonSerializable(typeof(TagResource))]
[JsonSerializable(typeof(HistoryResource))]
[JsonSerializable(typeof(MediaFileResource))]
[JsonSerializable(typeof(EpisodeResource))]
[JsonSerializable(typeof(QualityProfileResource))]
[JsonSerializable(typeof(RootFolderResource))]
[JsonSerializable(typeof(SystemStatusResource))]
[JsonSerializable(typeof(CommandResource))]
[JsonSerializable(typeof(IndexerResource))]
[JsonSerializable(typeof(IndexerStatusResource))]
[JsonSerializable(typeof(IndexerHistoryResource))]
[JsonSerializable(typeof(IndexerStatsListResource))]
[JsonSerializable(typeof(ValidationFailureResource[]))]
[JsonSerializable(typeof(HealthResource))]
[JsonSerializable(typeof(ApplicationResource))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ServarrJson : JsonSerializerContext;
