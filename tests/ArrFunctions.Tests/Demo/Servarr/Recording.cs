using System.Text.Json;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What a real Sonarr or Radarr sent or answered.</summary>
internal static class Recording
{
    public static JsonElement Read(string name) => JsonElement.Parse(Repository.Read($"tests/ArrFunctions.Tests/Demo/Servarr/Recorded/{name}.json"));

    public static JsonElement Body(string name) => Read(name).GetProperty("body");

    /// <summary>Every member with its place, name and kind of value, in order; an empty list says nothing of its items.</summary>
    public static IReadOnlyList<string> Shape(JsonElement json, JsonElement other) => [.. Shape("", json, other)];

    private static IEnumerable<string> Shape(string path, JsonElement json, JsonElement? other) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            Shape($"{path}.{member.Name}", member.Value, other is { ValueKind: JsonValueKind.Object } beside && beside.TryGetProperty(member.Name, out var same) ? same : null)),
        JsonValueKind.Array when other is { ValueKind: JsonValueKind.Array } beside && beside.GetArrayLength() == 0 => [$"{path}: list"],
        JsonValueKind.Array => json.EnumerateArray().Take(1).SelectMany(item => Shape($"{path}[]", item, FirstOf(other))).Prepend($"{path}: list"),
        JsonValueKind.True or JsonValueKind.False => [$"{path}: truth value"],
        JsonValueKind.Number => [$"{path}: {(json.GetRawText().Contains('.', StringComparison.Ordinal) ? "decimal" : "whole")} number"],
        JsonValueKind.String => [$"{path}: {(json.TryGetDateTimeOffset(out _) ? $"time of kind {json.GetDateTime().Kind}" : "text")}"],
        var kind => [$"{path}: {kind}"],
    };

    private static JsonElement? FirstOf(JsonElement? list) => list is { ValueKind: JsonValueKind.Array } items && items.GetArrayLength() > 0 ? items[0] : null;
}
