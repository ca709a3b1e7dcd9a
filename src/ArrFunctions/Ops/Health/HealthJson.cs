using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Health;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<HealthStatus>), typeof(CamelCaseEnum<StartupOutcome>)])]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(StartupReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
