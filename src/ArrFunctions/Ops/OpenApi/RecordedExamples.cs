using System.Text.Json.Nodes;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>Answers as the tests met them, by operation and status: a reader sees what really comes.</summary>
internal static class RecordedExamples
{
    public static JsonObject Read()
    {
        using Stream stream = typeof(RecordedExamples).Assembly.GetManifestResourceStream("openapi.examples.json")
            ?? throw new InvalidOperationException("openapi.examples.json is not embedded in the program.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
