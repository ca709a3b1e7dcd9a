using System.Text.Json;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Values of settings in JSON: switches, numbers and texts, or lists of them.</summary>
internal static class SettingTexts
{
    /// <returns>Texts by key; null removes a value. Null as a whole when it is something else.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>?>? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 });
            return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: half of a surrogate pair
        }
    }

    private static Dictionary<string, IReadOnlyList<string>?>? Read(JsonElement body)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in body.EnumerateObject())
        {
            if (!TryRead(property.Value, out var values) || !texts.TryAdd(property.Name, values))
            {
                return null;
            }
        }

        return texts;
    }

    private static bool TryRead(JsonElement value, out IReadOnlyList<string>? texts)
    {
        string?[]? read = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => [.. value.EnumerateArray().Select(Text)],
            _ => [Text(value)],
        };
        texts = read is null ? null : [.. read.OfType<string>()];
        return read is null || (read.Length > 0 && read.Length == texts!.Count);
    }

    /// <summary>Null when it is no single value.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
