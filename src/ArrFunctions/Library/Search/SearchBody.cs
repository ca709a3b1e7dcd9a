using System.Text.Json.Serialization;

namespace ArrFunctions.Library.Search;

/// <summary>What <c>POST library/search</c> takes.</summary>
/// <param name="Instance">Null: all that have a library.</param>
/// <param name="DryRun">Null: as Library:Search:DryRun says.</param>
/// <param name="Limit">How many candidates are told; null: one.</param>
internal sealed record SearchBody(string? Instance, bool? DryRun, int? Limit);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SearchBody))]
internal sealed partial class SearchBodyJson : JsonSerializerContext;
