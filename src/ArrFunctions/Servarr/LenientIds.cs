using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Reads a list of ids; anything else counts as empty, and what is no id is left out.</summary>
internal sealed class LenientIds : JsonConverter<IReadOnlyList<int>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ids = new List<int>();
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
            return ids;
        }

        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var id))
            {
                ids.Add(id);
                continue;
            }

            _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
        }

        return ids;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only read.");
}
