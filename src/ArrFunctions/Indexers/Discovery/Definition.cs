using System.Text.Json.Nodes;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>A kind of indexer that a Prowlarr can add, as far as a candidate is compared with it (<c>GET indexer/schema</c>).</summary>
internal sealed record Definition(
    string Name, string Implementation, string DefinitionName, string Protocol, bool IsPublic, IReadOnlyList<string> Addresses, IReadOnlyDictionary<string, DefinitionField> Fields)
{
    /// <summary>Torznab or Newznab at any address.</summary>
    public bool IsGeneric => Addresses is [] && Implementation is "Torznab" or "Newznab";

    /// <returns>Null for what has no implementation or no name.</returns>
    public static Definition? Read(JsonObject schema)
    {
        if (Text(schema["implementation"]) is not { } implementation || Text(schema["name"]) is not { } name)
        {
            return null;
        }

        var fields = new Dictionary<string, DefinitionField>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in List(schema["fields"]).OfType<JsonObject>())
        {
            if (Text(field["name"]) is { } key)
            {
                fields[key] = DefinitionField.Read(key, field);
            }
        }

        var addresses = List(schema["indexerUrls"]).Select(Text).Append(fields.GetValueOrDefault("baseUrl")?.Value).OfType<string>();
        return new(
            name,
            implementation,
            Text(schema["definitionName"]) ?? "",
            Text(schema["protocol"]) ?? "",
            Text(schema["privacy"]) is "public",
            [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)],
            fields);
    }

    /// <summary>As Prowlarr writes the address; null: it has none like this.</summary>
    public string? Address(string normal) => Addresses.FirstOrDefault(address => SiteAddress.Normal(address) == normal);

    /// <returns>Null for what is no text, and for empty text.</returns>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? [];
}
