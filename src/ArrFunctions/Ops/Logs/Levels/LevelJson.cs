using System.Text.Json.Serialization;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs.Levels;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CamelCaseEnum<LogLevel>)])]
[JsonSerializable(typeof(SortedDictionary<string, LevelChange>))]
[JsonSerializable(typeof(LevelsView))]
[JsonSerializable(typeof(LevelsBody))]
internal sealed partial class LevelJson : JsonSerializerContext;
