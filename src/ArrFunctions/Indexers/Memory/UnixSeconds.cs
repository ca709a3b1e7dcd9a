using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers.Memory;

/// <summary>Times as whole seconds since 1970, where many are kept.</summary>
internal sealed class UnixSeconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
