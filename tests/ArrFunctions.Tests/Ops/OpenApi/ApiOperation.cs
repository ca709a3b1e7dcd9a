using System.Text.Json;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>An operation as the document tells it.</summary>
internal sealed record ApiOperation(string Path, string Method, JsonElement Json)
{
    public string Id => Json.GetProperty("operationId").GetString()!;

    public IReadOnlyList<JsonElement> Parameters => Json.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

    public static IReadOnlyList<ApiOperation> AllOf(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject(), (path, method) => new ApiOperation(path.Name, method.Name.ToUpperInvariant(), method.Value)),
    ];

    public override string ToString() => $"{Id}: {Method} {Path}";
}
