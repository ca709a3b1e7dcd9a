using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Reads a string, also where a sender wrote a number or a truth value; anything else counts as absent.</summary>
internal sealed class LenientText : JsonConverter<string>
{
    /// <summary>More than any path has; the rest of a longer text is dropped, so that an event always fits into its row.</summary>
    public const int MaxLength = 5000;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Cut(Encoding.UTF8.GetString(reader.ValueSpan));
            default:
                _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return Cut(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: grammatical JSON, but no text.
            return null;
        }
    }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}
