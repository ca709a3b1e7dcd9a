using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Library.Exports;

/// <summary>What an export was told beside its instance.</summary>
/// <param name="Full">Fetch all files, whatever changed.</param>
internal sealed record ExportRequest(bool Full = false)
{
    public static ExportRequest Of(JsonElement? input) => input?.Deserialize(ExportRequestJson.Default.ExportRequest) ?? new();

    public JsonElement ToInput() => JsonSerializer.SerializeToElement(this, ExportRequestJson.Default.ExportRequest);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExportRequest))]
internal sealed partial class ExportRequestJson : JsonSerializerContext;
