using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>Schemas of parameters; each call makes a new one, as a node has one parent.</summary>
internal static class ParameterKind
{
    public static JsonObject Text => new() { ["type"] = "string" };

    public static JsonObject Flag => new() { ["type"] = "boolean" };

    public static JsonObject Time => new() { ["type"] = "string", ["format"] = "date-time" };

    public static JsonObject Whole(int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    public static JsonObject Matching(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    public static JsonObject OneOf(params IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    /// <summary>The names of an enumeration in camelCase.</summary>
    public static JsonObject OneOf<T>()
        where T : struct, Enum => OneOf(Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
}
