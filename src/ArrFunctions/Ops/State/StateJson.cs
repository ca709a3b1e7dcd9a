using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Ops.State;

[JsonSerializable(typeof(StateHeader))]
[JsonSerializable(typeof(StateLine))]
[JsonSerializable(typeof(StateView))]
[JsonSerializable(typeof(ImportMark))]
[JsonSerializable(typeof(ChunkResult))]
[JsonSerializable(typeof(StateSalvage))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>Content is JSON itself and stays short: only what JSON must escape is escaped.</summary>
    public static StateJson Plain { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
