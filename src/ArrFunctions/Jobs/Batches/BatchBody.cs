using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Jobs.Batches;

/// <summary>What is posted to begin a batch. A member that nobody knows is an error: it may be a filter that is meant to hold files back.</summary>
internal sealed record BatchBody
{
    public JobKind Kind { get; init; } = JobKind.Audio;

    public string? Path { get; init; }

    public bool Recursive { get; init; } = true;

    public IReadOnlyList<string> Patterns { get; init; } = [];

    public bool? DryRun { get; init; }

    public BatchPriority Priority { get; init; } = BatchPriority.Normal;

    public Filter Filters { get; init; } = new();

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    /// <returns>The batch that is asked for; or what is wrong with the body.</returns>
    public static async Task<(NewBatch? Wanted, string? Fault)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, BatchBodyJson.Default.BatchBody, cancellationToken);
            return body?.Unknown?.Keys.FirstOrDefault() is { } unknown ? (null, $"A batch has no member '{unknown}'. {Example}")
                : body?.Filters.Unknown?.Keys.FirstOrDefault() is { } filter ? (null, $"The filters of a batch have no member '{filter}'. {Example}")
                : body is not { Path.Length: > 0 } ? (null, """The body says which folder: {"path": "/data/movies"}.""")
                : body.Patterns.Concat(body.Filters.Exclude).Contains(null) ? (null, $"A pattern of the batch is null. {Example}")
                : (body.ToBatch(), null);
        }
        catch (JsonException wrong)
        {
            return (null, $"The body is no batch{(wrong.Path is ['$', '.', .. var member] ? $": {member} cannot be what it is" : "")}. {Example}");
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
        Patterns = Patterns,
        DryRun = DryRun,
        Priority = Priority,
        Filters = new()
        {
            MinSize = Filters.MinSize is { } size ? Units.Size(Text(size)) : null,
            MaxAge = Filters.MaxAge is { } age ? Units.Duration(age) : null,
            Exclude = Filters.Exclude,
        },
    };

    private static string Text(JsonElement size) => size.ValueKind is JsonValueKind.String ? size.GetString()! : size.GetRawText();

    /// <param name="MinSize">"50MB", or a number of bytes.</param>
    /// <param name="MaxAge">"30d".</param>
    internal sealed record Filter(JsonElement? MinSize = null, string? MaxAge = null)
    {
        public IReadOnlyList<string> Exclude { get; init; } = [];

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Unknown { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters = [typeof(CamelCaseEnum<JobKind>), typeof(CamelCaseEnum<BatchPriority>)])]
[JsonSerializable(typeof(BatchBody))]
internal sealed partial class BatchBodyJson : JsonSerializerContext;
