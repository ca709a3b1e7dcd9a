using System.Text.Json.Serialization;

namespace ArrFunctions.Audio;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AudioJobInput))]
[JsonSerializable(typeof(AudioJobDetail))]
[JsonSerializable(typeof(AudioUndoJson))]
[JsonSerializable(typeof(ExplainRequest))]
[JsonSerializable(typeof(ExplainJson))]
internal sealed partial class AudioJobJson : JsonSerializerContext;
