using System.Text.Json.Serialization;
using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Indexers.Watch;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IndexerRecord))]
[JsonSerializable(typeof(HistoryCursor))]
[JsonSerializable(typeof(HealPlan))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<OutageRecord>))]
internal sealed partial class IndexerStateJson : JsonSerializerContext;
