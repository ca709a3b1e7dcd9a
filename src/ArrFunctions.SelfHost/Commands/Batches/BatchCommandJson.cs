using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>Output of <c>batch start</c>.</summary>
/// <param name="HasService">Whether a service runs that begins it.</param>
internal sealed record BatchStartJson(string BatchId, BatchStatus Status, string Path, bool DryRun, bool HasService);

[JsonSerializable(typeof(BatchStartJson))]
[JsonSerializable(typeof(BatchView))]
[JsonSerializable(typeof(Job))]
internal sealed partial class BatchCommandJson : JsonSerializerContext
{
    /// <summary>As the routes answer, but film titles stay readable: only what JSON itself must escape is escaped.</summary>
    public static BatchCommandJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new CamelCaseEnum<JobKind>(), new CamelCaseEnum<JobSource>(), new CamelCaseEnum<Lane>(), new CamelCaseEnum<JobStatus>(),
            new CamelCaseEnum<JobResult>(), new CamelCaseEnum<WaitReason>(), new CamelCaseEnum<BatchStatus>(),
        },
    });
}
