using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers;

/// <param name="DryRun">Null: as Indexers:Heal:DryRun says.</param>
internal sealed record HealBody(bool? DryRun);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(HealBody))]
internal sealed partial class HealBodyJson : JsonSerializerContext;
