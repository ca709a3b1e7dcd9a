using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArrFunctions.Tests.Ops.Configuration;

/// <summary>Checks a document against a JSON schema (draft 07) of the keywords that the schema of the configuration uses; another keyword is refused.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public IEnumerable<string> Errors(JsonElement value) => Errors(root, value, "$");

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string at) => schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
    {
        "$schema" or "title" or "description" or "default" or "definitions" => [],
        "$ref" => Errors(keyword.Value.GetString()!.Split('/').Skip(1).Aggregate(root, static (element, name) => element.GetProperty(name)), value, at),
        "type" => Is(keyword.Value.ValueKind is JsonValueKind.Array ? keyword.Value.EnumerateArray().Any(type => IsOf(type, value)) : IsOf(keyword.Value, value), $"{at} is no {keyword.Value}"),
        "enum" => Is(keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{at} is {value}"),
        "minimum" => Is(value.ValueKind is not JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), $"{at} is {value}"),
        "maximum" => Is(value.ValueKind is not JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(), $"{at} is {value}"),
        "minItems" => Is(value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(), $"{at} is empty"),
        "minLength" => Is(value.ValueKind is not JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), $"{at} is empty"),
        "pattern" => Is(value.ValueKind is not JsonValueKind.String || Matches(keyword.Value.GetString()!, value.GetString()!), $"{at} is {value}"),
        "items" => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().SelectMany(item => Errors(keyword.Value, item, $"{at}[]")) : [],
        "anyOf" => Is(keyword.Value.EnumerateArray().Any(one => !Errors(one, value, at).Any()), $"{at} fits nothing"),
        "properties" => Members(value).Where(member => keyword.Value.TryGetProperty(member.Name, out _))
            .SelectMany(member => Errors(keyword.Value.GetProperty(member.Name), member.Value, $"{at}.{member.Name}")),
        "patternProperties" => Members(value).SelectMany(member => keyword.Value.EnumerateObject()
            .Where(pattern => Matches(pattern.Name, member.Name)).SelectMany(pattern => Errors(pattern.Value, member.Value, $"{at}.{member.Name}"))),
        "additionalProperties" => Members(value).Where(member => !IsNamed(schema, member.Name)).Select(member => $"{at} has {member.Name}"),
        _ => throw new NotSupportedException($"The keyword {keyword.Name} is not known."),
    });

    private static JsonElement.ObjectEnumerator Members(JsonElement value) => value.ValueKind is JsonValueKind.Object ? value.EnumerateObject() : default;

    private static bool IsNamed(JsonElement schema, string name) => schema.GetProperty("properties").TryGetProperty(name, out _)
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Matches(pattern.Name, name)));

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static bool IsOf(JsonElement type, JsonElement value) => type.GetString() switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind is JsonValueKind.Null,
        var name => name is "number" && value.ValueKind is JsonValueKind.Number,
    };

    private static string[] Is(bool holds, string otherwise) => holds ? [] : [otherwise];
}
