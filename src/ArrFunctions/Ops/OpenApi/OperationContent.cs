using System.Text.Json.Serialization.Metadata;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>A body that goes in or out.</summary>
/// <param name="Status">0 for what goes in.</param>
/// <param name="MediaType">Null: there is no body.</param>
/// <param name="Type">Null for what is no JSON of a known shape.</param>
/// <param name="Example">JSON; for other media types as it is.</param>
/// <param name="Required">Members that may not be left out; null: those that are always written.</param>
internal sealed record OperationContent(int Status, string? MediaType, JsonTypeInfo? Type = null, string? Example = null, IReadOnlyList<string>? Required = null);
