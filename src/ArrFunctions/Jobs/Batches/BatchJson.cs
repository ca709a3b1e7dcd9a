using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Batches;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<JobKind>), typeof(CamelCaseEnum<Lane>), typeof(CamelCaseEnum<BatchStatus>)])]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(BatchProgress))]
[JsonSerializable(typeof(BatchStart))]
internal sealed partial class BatchJson : JsonSerializerContext;
