using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Reads a list of words; anything else counts as absent, and what is no word is left out.</summary>
internal sealed class LenientWords : JsonConverter<IReadOnlyList<string>>
{
    /// <summary>More than anybody has; the rest is dropped, so that an event always fits into its row.</summary>
    private const int Most = 100;

    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
            return null;
        }

        var words = new List<string>();
        var text = (JsonConverter<string>)options.GetConverter(typeof(string));
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (text.Read(ref reader, typeof(string), options) is { Length: > 0 } word && words.Count < Most)
            {
                words.Add(Quoted.Plain(word));
            }
        }

        return words;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It is only read.");
}
