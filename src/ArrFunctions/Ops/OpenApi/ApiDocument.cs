using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>The routes as an OpenAPI 3.1 document, made when somebody asks for the first time.</summary>
internal sealed class ApiDocument(EndpointDataSource routes)
{
    private readonly Lazy<byte[]> content = new(() => Write(Make(routes.Endpoints.OfType<RouteEndpoint>())));

    public ReadOnlyMemory<byte> Content => content.Value;

    private static byte[] Write(JsonObject document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return stream.ToArray();
    }

    private static JsonObject Make(IEnumerable<RouteEndpoint> routes)
    {
        var schemas = new SchemaBook();
        schemas.Add(ProblemResponses.Schema, ProblemResponses.ToSchema());
        var writer = new OperationWriter(schemas);
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var route in routes)
        {
            var path = PathOf(route);
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            {
                var item = paths.TryGetValue(path, out var known) ? known : paths[path] = [];
                item[method.ToLowerInvariant()] = writer.Write(route, path, method);
            }
        }

        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "ArrFunctions",
                ["version"] = "1",
                ["description"] = "Every route, who may call it, what it takes and what it answers. An error is problem details (RFC 9457) with a code that stays the same.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = new JsonObject(paths.Select(path => KeyValuePair.Create(path.Key, (JsonNode?)path.Value))),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["responses"] = ProblemResponses.Shared(),
                ["securitySchemes"] = SecuritySchemes.ToJson(),
            },
        };
    }

    /// <summary>A parameter at the end that may be left out is told as one that is there: the form without it can be the same as another path.</summary>
    private static string PathOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/').Replace("?}", "}", StringComparison.Ordinal);
}
