using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Schedules;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<CleanUpOutcome>)])]
[JsonSerializable(typeof(ScheduleState))]
[JsonSerializable(typeof(ScheduleView))]
[JsonSerializable(typeof(ScheduleList))]
[JsonSerializable(typeof(CleanUpReport))]
internal sealed partial class ScheduleJson : JsonSerializerContext;
