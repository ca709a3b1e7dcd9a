using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>As rows hold it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(CamelCaseEnum<FailureClass>), typeof(CamelCaseEnum<IndexerCondition>), typeof(UnixSeconds)])]
[JsonSerializable(typeof(ObservationHead))]
[JsonSerializable(typeof(UptimePeriod))]
internal sealed partial class ObservationJson : JsonSerializerContext;
