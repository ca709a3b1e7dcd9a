using System.Text.Json.Serialization;

namespace ArrFunctions.Audio.Undo;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(UndoRecord))]
internal sealed partial class UndoJson : JsonSerializerContext;
