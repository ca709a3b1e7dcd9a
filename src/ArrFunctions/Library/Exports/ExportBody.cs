using System.Text.Json.Serialization;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Exports;

/// <summary>What is posted to begin exports; it may be left out.</summary>
/// <param name="Instance">Null: every Sonarr and Radarr.</param>
/// <param name="Full">Fetch all files, whatever changed.</param>
internal sealed record ExportBody(string? Instance = null, bool Full = false, BatchPriority Priority = BatchPriority.Normal)
{
    public const string Example = """The body may be left out, or is like {"instance": "radarr", "full": true, "priority": "low"} with any of these members, and nothing else.""";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CamelCaseEnum<BatchPriority>)])]
[JsonSerializable(typeof(ExportBody))]
internal sealed partial class ExportBodyJson : JsonSerializerContext;
