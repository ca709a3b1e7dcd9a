using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArrFunctions.Tests.Library.Artifacts;

/// <summary>Checks a document against a JSON Schema (2020-12) of the keywords that ours use; another keyword is refused.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal) { "$schema", "$defs", "title", "description", "default" };

    /// <param name="pointer"><c>#</c>, <c>#/$defs/file</c>.</param>
    public IEnumerable<string> Errors(JsonElement value, string pointer = "#") => Check(Resolve(pointer), value, "$");

    /// <param name="schema">Within the root, which its references lead into.</param>
    public IEnumerable<string> Errors(JsonElement value, JsonElement schema) => Check(schema, value, "$");

    private JsonElement Resolve(string pointer) => pointer.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) => schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
    {
        "$ref" => Check(Resolve(keyword.Value.GetString()!), value, at),
        "type" => Is(TypesOf(keyword.Value).Any(type => IsOf(type, value)), at, $"is no {keyword.Value}"),
        "anyOf" => Is(keyword.Value.EnumerateArray().Any(one => !Check(one, value, at).Any()), at, $"is none of {keyword.Value}"),
        "allOf" => keyword.Value.EnumerateArray().SelectMany(one => Check(one, value, at)),
        "enum" => Is(keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), at, $"is {value}"),
        "const" => Is(JsonElement.DeepEquals(keyword.Value, value), at, $"is {value}"),
        "minimum" => Is(value.ValueKind is not JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), at, $"is {value}"),
        "maximum" => Is(value.ValueKind is not JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(), at, $"is {value}"),
        "pattern" => Is(value.ValueKind is not JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), at, $"is {value}"),
        "format" => Is(value.ValueKind is not JsonValueKind.String || IsFormat(keyword.Value.GetString()!, value.GetString()!), at, $"is {value}"),
        "items" => value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((item, index) => Check(keyword.Value, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]")))
            : [],
        "required" => keyword.Value.EnumerateArray().Where(name => value.ValueKind is JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at} has no {name}"),
        "properties" => MembersOf(value)
            .Where(property => keyword.Value.TryGetProperty(property.Name, out _))
            .SelectMany(property => Check(keyword.Value.GetProperty(property.Name), property.Value, $"{at}.{property.Name}")),
        "additionalProperties" => MembersOf(value).Where(property => !IsNamed(schema, property.Name)).SelectMany(property =>
            keyword.Value.ValueKind is JsonValueKind.False ? [$"{at} has {property.Name}"] : Check(keyword.Value, property.Value, $"{at}.{property.Name}")),
        _ => Told.Contains(keyword.Name) ? [] : throw new NotSupportedException($"The keyword {keyword.Name} is not known."),
    });

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static JsonElement.ObjectEnumerator MembersOf(JsonElement value) => value.ValueKind is JsonValueKind.Object ? value.EnumerateObject() : default;

    private static bool IsNamed(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "null" => value.ValueKind is JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        _ => type is "number" && value.ValueKind is JsonValueKind.Number,
    };

    private static bool IsFormat(string format, string text) => format is "date"
        ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        : Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string[] Is(bool holds, string at, string otherwise) => holds ? [] : [$"{at} {otherwise}"];
}
