using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Reads a whole number of 64 bits, also from a string; anything else counts as absent.</summary>
internal sealed class LenientNumber : JsonConverter<long?>
{
    private const int MaxDigits = 20;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number) ? number : null;
            case JsonTokenType.String when reader.ValueSpan.Length <= MaxDigits:
                return long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written : null;
            default:
                _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => throw new NotSupportedException("It is only read.");
}
