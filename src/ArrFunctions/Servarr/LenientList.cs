using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ArrFunctions.Servarr;

/// <summary>Reads an array of objects; anything else counts as empty (<c>deletedFiles</c> is an array in some events and a truth value in others).
/// An item that is no object is kept as one without members, so that what was announced is counted.</summary>
internal sealed class LenientList<T> : JsonConverter<IReadOnlyList<T>>
    where T : class, new()
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = new List<T>();
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
            return items;
        }

        var itemType = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                items.Add(JsonSerializer.Deserialize(ref reader, itemType)!);
                continue;
            }

            _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
            items.Add(new());
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only read.");
}
