using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<EventSeverity>)])]
[JsonSerializable(typeof(EventRecord))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(EventDay))]
[JsonSerializable(typeof(FiledEvent))]
[JsonSerializable(typeof(SortedDictionary<string, long>))]
internal sealed partial class EventJson : JsonSerializerContext;
