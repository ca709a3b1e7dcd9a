using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<JobKind>), typeof(CamelCaseEnum<JobSource>), typeof(CamelCaseEnum<Lane>), typeof(CamelCaseEnum<JobStatus>), typeof(CamelCaseEnum<JobResult>), typeof(CamelCaseEnum<WaitReason>)])]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(WorkItem))]
[JsonSerializable(typeof(JobPage))]
[JsonSerializable(typeof(JobStatistics))]
[JsonSerializable(typeof(QueueView))]
[JsonSerializable(typeof(JobCount))]
internal sealed partial class JobJson : JsonSerializerContext;
