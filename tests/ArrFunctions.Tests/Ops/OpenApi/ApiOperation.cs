using System.Text.Json;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>An operation as the document tells it.</summary>
internal sealed record ApiOperation(string Path, string Method, JsonElement Json)
{
    public string Id => Json.GetProperty("operationId").GetString()!;

    public IReadOnlyList<JsonElement> Parameters => Json.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

    /// <summary>Media type and content of what it takes.</summary>
    public JsonProperty? Body => Json.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").EnumerateObject().Single() : null;

    /// <summary>Of the body that goes in and of all that come out.</summary>
    public IEnumerable<JsonElement> Contents => Json.GetProperty("responses").EnumerateObject()
        .SelectMany(response => response.Value.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(media => media.Value) : [])
        .Concat(Body is { } body ? [body.Value] : []);

    public static IReadOnlyList<ApiOperation> AllOf(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject(), (path, method) => new ApiOperation(path.Name, method.Name.ToUpperInvariant(), method.Value)),
    ];

    /// <summary>Null: the document does not tell of this status.</summary>
    public JsonElement? AnswerOf(JsonElement document, string status) => !Json.GetProperty("responses").TryGetProperty(status, out var answer) ? null
        : answer.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name))
        : answer;

    /// <summary>Null: the document does not tell of this media type.</summary>
    public static JsonElement? ContentOf(JsonElement answer, string media) =>
        answer.TryGetProperty("content", out var content)
            && content.EnumerateObject().FirstOrDefault(one => one.Name == media || one.Name == media.Split(';')[0]) is { Value.ValueKind: JsonValueKind.Object } found ? found.Value : null;

    public override string ToString() => $"{Id}: {Method} {Path}";
}
