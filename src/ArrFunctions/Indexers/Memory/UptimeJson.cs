using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(CamelCaseEnum<FailureClass>), typeof(CamelCaseEnum<IndexerCondition>), typeof(CamelCaseEnum<ObservationSource>), typeof(CamelCaseEnum<ObservationOutcome>)])]
[JsonSerializable(typeof(IndexerUptime))]
[JsonSerializable(typeof(UptimeWindow))]
[JsonSerializable(typeof(IReadOnlyList<IndexerSummary>))]
[JsonSerializable(typeof(ObservationPage))]
internal sealed partial class UptimeJson : JsonSerializerContext;
