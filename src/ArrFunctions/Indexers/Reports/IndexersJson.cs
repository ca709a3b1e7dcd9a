using System.Text.Json.Serialization;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnum<IndexerState>), typeof(CamelCaseEnum<FailureClass>), typeof(CamelCaseEnum<ServarrService>), typeof(CamelCaseEnum<HealAction>),
        typeof(CamelCaseEnum<ObservationSource>), typeof(CamelCaseEnum<ObservationOutcome>),
    ])]
[JsonSerializable(typeof(IndexerList))]
[JsonSerializable(typeof(IndexerStatistics))]
[JsonSerializable(typeof(TestView))]
[JsonSerializable(typeof(TestList))]
[JsonSerializable(typeof(SwitchView))]
[JsonSerializable(typeof(SweepView))]
[JsonSerializable(typeof(HealPlan))]
[JsonSerializable(typeof(ObservationListView))]
internal sealed partial class IndexersJson : JsonSerializerContext;
