using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Servarr;

/// <summary>Reads a number; anything else counts as absent.</summary>
internal sealed class LenientDecimal : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Number)
        {
            return reader.TryGetDecimal(out var number) ? number : null;
        }

        _ = reader.TrySkip(); // Skip refuses while more of the answer is to come
        return null;
    }

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) => throw new NotSupportedException("It is only read.");
}
