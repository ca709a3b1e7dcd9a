using System.Text.Json;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>The shapes of lists: JSON (a list of objects or addresses; an object whose members hold lists of objects), or text with an address a line and comments after <c>#</c>.</summary>
internal static class SourceText
{
    private static readonly string[] Told = ["name", "implementation", "definitionName", "baseUrl", "protocol", "fields"];

    /// <exception cref="SourceException">It is no list.</exception>
    public static IReadOnlyList<Candidate> Read(string text)
    {
        if (text.AsSpan().TrimStart() is ['<', ..])
        {
            throw new SourceException("it is a page, and no list in JSON or text");
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. Items(json.RootElement).Select(Of).OfType<Candidate>()];
        }
        catch (JsonException)
        {
            return text.AsSpan().TrimStart() is ['{' or '[', ..]
                ? throw new SourceException("its JSON is broken")
                : [.. Lines(text).Select(line => new Candidate { BaseUrl = line })];
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] is not '#');

    private static IEnumerable<JsonElement> Items(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray(),
        JsonValueKind.Object => root.EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.Array)
            .SelectMany(member => member.Value.EnumerateArray())
            .Where(item => item.ValueKind is JsonValueKind.Object),
        _ => throw new SourceException("it is no list"),
    };

    private static Candidate? Of(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => new() { BaseUrl = item.GetString() },
        JsonValueKind.Object => OfObject(Members(item)),
        _ => null,
    };

    private static Candidate OfObject(Dictionary<string, JsonElement> members)
    {
        var fields = members.TryGetValue("fields", out var given) ? Fields(given) : [];
        fields.Remove("baseUrl", out var address);

        // A key beside the fields instead of among them is a key all the same.
        foreach (var (name, value) in members.Where(member => LikelySecret.IsName(member.Key) && !Told.Contains(member.Key, StringComparer.OrdinalIgnoreCase)))
        {
            fields.TryAdd(name, value.Clone());
        }

        return new()
        {
            Name = Text(members, "name"),
            Implementation = Text(members, "implementation"),
            DefinitionName = Text(members, "definitionName"),
            BaseUrl = Text(members, "baseUrl") ?? (address.ValueKind is JsonValueKind.String ? address.GetString() : FirstUrl(members)),
            Protocol = Text(members, "protocol"),
            Fields = fields,
        };
    }

    /// <summary>As Prowlarr writes them, a list of name and value, or as an object.</summary>
    private static Dictionary<string, JsonElement> Fields(JsonElement fields)
    {
        IEnumerable<(string? Name, JsonElement Value)> named = fields.ValueKind switch
        {
            JsonValueKind.Object => Members(fields).Select(member => (Name: (string?)member.Key, member.Value)),
            JsonValueKind.Array => fields.EnumerateArray().Where(field => field.ValueKind is JsonValueKind.Object).Select(Members)
                .Select(field => (Name: Text(field, "name"), Value: field.GetValueOrDefault("value"))),
            _ => [],
        };
        var values = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in named.Where(field => field.Name is not null && !IsEmpty(field.Value)))
        {
            values[name!] = value.Clone();
        }

        return values;
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (value.ValueKind is JsonValueKind.String && value.GetString() is "");

    private static string? FirstUrl(Dictionary<string, JsonElement> members) =>
        members.TryGetValue("indexerUrls", out var urls) && urls.ValueKind is JsonValueKind.Array && urls.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first
            ? first.GetString()
            : null;

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text.Trim() : null;

    private static Dictionary<string, JsonElement> Members(JsonElement item)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in item.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }
}
