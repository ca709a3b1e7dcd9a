using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArrFunctions.Ops.Configuration;

/// <summary>The JSON schema (draft 07) of <c>config.yaml</c>, made of the catalogue, for editors.</summary>
internal static class ConfigurationSchema
{
    /// <summary>A variable of the environment may stand anywhere.</summary>
    private const string Variable = @"\$\{";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With a line feed at its end.</summary>
    public static string Text { get; } = $"{Create().ToJsonString(Readable)}\n";

    private static JsonObject Create()
    {
        var root = Section(SettingCatalogue.All.SelectMany(WithLanes).Select(setting => (setting.Key.Split(':'), setting)).ToList());
        root.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        root.Insert(1, "title", "ArrFunctions configuration");
        root["definitions"] = new JsonObject
        {
            ["variable"] = new JsonObject { ["description"] = "a variable of the environment: ${NAME}", ["type"] = "string", ["pattern"] = Variable },
            ["file"] = new JsonObject { ["description"] = "absolute path of a file that holds the value", ["type"] = "string", ["pattern"] = $"^/|{Variable}" },
        };
        return root;
    }

    private static IEnumerable<Setting> WithLanes(Setting setting) => SettingKey.WithLanes(setting.Key).Select(key => setting with
    {
        Key = key,
        Default = setting.Default?.Replace("{lane}", key.Split(':')[^1].ToLowerInvariant(), StringComparison.Ordinal),
    });

    private static JsonObject Section(IReadOnlyList<(string[] Path, Setting Setting)> settings)
    {
        var (properties, leaves) = (new JsonObject(), new List<string>());
        foreach (var group in settings.GroupBy(one => one.Path[0], StringComparer.Ordinal))
        {
            var below = group.Where(static one => one.Path.Length > 1).Select(static one => (one.Path[1..], one.Setting)).ToList();
            if (below is [])
            {
                leaves.Add(group.Key);
            }

            properties[group.Key] = below is [] ? Value(group.First().Setting)
                : below[0].Item1[0] == SettingKey.Place ? Entries([.. below.Select(static one => (one.Item1[1..], one.Setting))])
                : Section(below);
        }

        var section = new JsonObject { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = false, ["properties"] = properties };
        if (leaves.Count > 0)
        {
            section["patternProperties"] = new JsonObject { [$"^({string.Join('|', leaves)}){SettingFile.Suffix}$"] = Reference("file") };
        }

        return section;
    }

    private static JsonObject Entries(IReadOnlyList<(string[] Path, Setting Setting)> settings) =>
        new() { ["type"] = new JsonArray("array", "null"), ["items"] = Section(settings) };

    private static JsonObject Value(Setting setting)
    {
        var value = new JsonObject { ["description"] = setting.Description };
        if (setting.Default is { } standard)
        {
            value["default"] = setting.IsList ? new JsonArray([.. setting.Split(standard).Select(static text => (JsonNode)text)]) : Default(setting.Shape, standard);
        }

        value["anyOf"] = new JsonArray([.. Choices(setting.Shape), .. setting.IsList ? ListChoices(setting.Shape) : [], Reference("variable")]);
        return value;
    }

    private static JsonValue Default(SettingShape shape, string text) => shape.Type switch
    {
        "boolean" => JsonValue.Create(text == "true"),
        "integer" => JsonValue.Create(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    /// <summary>A list, or its values in one text with commas.</summary>
    private static IEnumerable<JsonNode> ListChoices(SettingShape shape)
    {
        yield return new JsonObject
        {
            ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. Choices(shape), Reference("variable")]) },
        };
        yield return new JsonObject { ["type"] = "string", ["pattern"] = "," };
    }

    private static IEnumerable<JsonNode> Choices(SettingShape shape)
    {
        if (shape.Values.Count > 0)
        {
            yield return new JsonObject { ["enum"] = new JsonArray([.. shape.Values.Select(static value => (JsonNode)value)]) };
            yield break;
        }

        switch (shape.Type)
        {
            case "boolean":
                yield return new JsonObject { ["type"] = "boolean" };
                yield return new JsonObject { ["enum"] = new JsonArray("true", "false") };
                break;
            case "integer":
                yield return new JsonObject { ["type"] = "integer", ["minimum"] = shape.Minimum, ["maximum"] = shape.Maximum };
                yield return new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+$" };
                break;
            default:
                if (shape.IsNumberToo)
                {
                    yield return new JsonObject { ["type"] = "integer", ["minimum"] = 0 };
                }

                yield return shape.Pattern is { } pattern
                    ? new JsonObject { ["type"] = "string", ["pattern"] = pattern }
                    : new JsonObject { ["type"] = new JsonArray("string", "number"), ["minLength"] = 1 };
                break;
        }
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };
}
