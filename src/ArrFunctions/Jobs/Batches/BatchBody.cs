using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Jobs.Batches;

/// <summary>What is posted to begin a batch. A member that nobody knows is an error: it may be a filter that is meant to hold files back.</summary>
internal sealed record BatchBody(
    string? Path,
    JobKind Kind = JobKind.Audio,
    bool Recursive = true,
    IReadOnlyList<string>? Patterns = null,
    bool? DryRun = null,
    BatchPriority Priority = BatchPriority.Normal,
    BatchBody.Filter? Filters = null)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <returns>The batch that is asked for; or what is wrong with the body.</returns>
    public static async Task<(NewBatch? Wanted, string? Fault)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, BatchBodyJson.Default.BatchBody, cancellationToken);
            return body?.Unknown?.Keys.FirstOrDefault() is { } unknown ? (null, $"A batch has no member '{unknown}'. {Example}")
                : body?.Filters?.Unknown?.Keys.FirstOrDefault() is { } filter ? (null, $"The filters of a batch have no member '{filter}'. {Example}")
                : body?.Kind is JobKind.Export ? (null, "An export of scores begins at POST /api/library/export.")
                : body is not { Path.Length: > 0 } ? (null, """The body says which folder: {"path": "/data/movies"}.""")
                : (body.Patterns ?? []).Concat(body.Filters?.Exclude ?? []).Any(static pattern => pattern is null) ? (null, $"A pattern of the batch is null. {Example}")
                : (body.ToBatch(), null);
        }
        catch (JsonException wrong)
        {
            return (null, $"The body is no batch{(wrong.Path is ['$', '.', .. var member] ? $": {member} has a value that it cannot have" : "")}. {Example}");
        }
        catch (FormatException wrong)
        {
            return (null, $"The filter {wrong.Message} {Example}");
        }
    }

    private const string Example =
        """It is like {"path": "/data/movies", "recursive": true, "patterns": ["**/*.mkv"], "dryRun": true, "priority": "low", "filters": {"minSize": "50MB", "maxAge": "30d", "exclude": ["**/*sample*"]}}.""";

    private NewBatch ToBatch() => new()
    {
        Kind = Kind,
        Path = Path!,
        Recursive = Recursive,
        Patterns = Patterns ?? [],
        DryRun = DryRun,
        Priority = Priority,
        Filters = new()
        {
            MinSize = Filters?.MinSize is { } size ? Units.Size(Text(size)) : null,
            MaxAge = Filters?.MaxAge is { } age ? Units.Duration(age) : null,
            Exclude = Filters?.Exclude ?? [],
        },
    };

    private static string Text(JsonElement size) => size.ValueKind is JsonValueKind.String ? size.GetString()! : size.GetRawText();

    /// <param name="MinSize">"50MB", or a number of bytes.</param>
    /// <param name="MaxAge">"30d".</param>
    /// <param name="Exclude">Patterns.</param>
    internal sealed record Filter(JsonElement? MinSize = null, string? MaxAge = null, IReadOnlyList<string>? Exclude = null)
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Unknown { get; set; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(CamelCaseEnum<JobKind>), typeof(CamelCaseEnum<BatchPriority>)])]
[JsonSerializable(typeof(BatchBody))]
internal sealed partial class BatchBodyJson : JsonSerializerContext;
