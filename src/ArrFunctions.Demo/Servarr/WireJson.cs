using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>JSON as the applications write it: indented, with every character that need not be escaped as it is, and without nulls.</summary>
internal static class WireJson
{
    public static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode json)
    {
        RemoveNulls(json);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static JsonArray List(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Words(params IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

    private static void RemoveNulls(JsonNode? json)
    {
        switch (json)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    RemoveNulls(item);
                }

                break;
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    // What belongs to a history entry is a dictionary of theirs, which keeps its nulls.
                    if (name is "data")
                    {
                        continue;
                    }

                    RemoveNulls(value);
                    if (value is null)
                    {
                        members.Remove(name);
                    }
                }

                break;
        }
    }
}
