using System.Text.Json.Serialization;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<EventSeverity>), typeof(CamelCaseEnum<NotificationTargetKind>), typeof(CamelCaseEnum<NotificationTime>)])]
[JsonSerializable(typeof(IntakeCursor))]
[JsonSerializable(typeof(TargetState))]
[JsonSerializable(typeof(WaitingNotice))]
[JsonSerializable(typeof(Repeat))]
[JsonSerializable(typeof(DigestGroup))]
[JsonSerializable(typeof(NotificationList))]
[JsonSerializable(typeof(NotificationTestRequest))]
[JsonSerializable(typeof(NotificationTestList))]
internal sealed partial class NotificationJson : JsonSerializerContext;
