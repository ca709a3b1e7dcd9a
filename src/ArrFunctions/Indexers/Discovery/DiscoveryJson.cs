using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Discovery;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<ProposalState>)])]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(ProposalList))]
internal sealed partial class DiscoveryJson : JsonSerializerContext;
