using System.Text.Json.Nodes;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>Problem details in the document.</summary>
internal static class ProblemResponses
{
    public const string Schema = "Problem";

    private static readonly (int Status, string Name, string[] Codes)[] Common =
    [
        (401, "NoKey", ["keyMissing", "keyWrong", "sessionEnded"]),
        (403, "NoRole", ["roleMissing", "csrfMissing", "crossSite"]),
        (429, "TooMany", ["tooManyFailures"]),
        (500, "Fault", ["fault"]),
        (503, "NoState", ["stateUnavailable"]),
    ];

    public static JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "title", "status", "code"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = new JsonObject { ["type"] = "string", ["description"] = "What happened, to what, and what to do; for people." },
            ["code"] = new JsonObject { ["type"] = "string", ["description"] = "For programs: it stays the same." },
        },
    };

    /// <summary>The answers that every route with a key has.</summary>
    public static JsonObject Shared() => new(Common.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)Of(one.Codes))));

    /// <summary>Adds what the route itself refuses, and what all of them do.</summary>
    public static void AddTo(JsonObject responses, IReadOnlyDictionary<int, List<string>> own, bool hasKey)
    {
        foreach (var (status, codes) in own)
        {
            responses[$"{status}"] = Of([.. codes, .. Common.Where(one => hasKey && one.Status == status).SelectMany(one => one.Codes)]);
        }

        foreach (var (status, name, _) in Common.Where(one => hasKey && !own.ContainsKey(one.Status)))
        {
            responses[$"{status}"] = new JsonObject { ["$ref"] = $"#/components/responses/{name}" };
        }
    }

    private static JsonObject Of(IReadOnlyList<string> codes) => new()
    {
        ["description"] = string.Join(", ", codes),
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["allOf"] = new JsonArray(SchemaBook.Reference(Schema)),
                    ["properties"] = new JsonObject { ["code"] = ParameterKind.OneOf(codes) },
                },
            },
        },
    };
}
