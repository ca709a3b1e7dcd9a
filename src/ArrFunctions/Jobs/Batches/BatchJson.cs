using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<JobKind>), typeof(CamelCaseEnum<Lane>), typeof(CamelCaseEnum<BatchStatus>), typeof(CamelCaseEnum<BatchPriority>)])]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(BatchProgress))]
[JsonSerializable(typeof(BatchCounts))]
[JsonSerializable(typeof(BatchStart))]
[JsonSerializable(typeof(BatchStarted))]
[JsonSerializable(typeof(BatchView))]
[JsonSerializable(typeof(BatchList))]
[JsonSerializable(typeof(IReadOnlyList<BatchFile>))]
internal sealed partial class BatchJson : JsonSerializerContext;
