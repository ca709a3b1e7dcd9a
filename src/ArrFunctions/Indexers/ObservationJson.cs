using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers;

/// <summary>As rows hold it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(CamelCaseEnum<FailureClass>)])]
[JsonSerializable(typeof(ObservationHead))]
internal sealed partial class ObservationJson : JsonSerializerContext;
