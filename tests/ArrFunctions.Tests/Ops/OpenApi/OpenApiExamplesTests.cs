using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Tests.Library.Artifacts;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>Each operation is called as its own examples say, and answers as the document says.</summary>
public sealed class OpenApiExamplesTests
{
    private const string Recorded = "src/ArrFunctions/Ops/OpenApi/examples.json";

    /// <summary>What a house of examples cannot grant, and why.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["confirmProposal"] = "409 notFit or dryRun: the example names no real tracker, and the default of the setting adds none",
        ["getAsset"] = "404 assetNotFound: a name holds a hash of what is in the file",
        ["getAssetByHead"] = "the same",
        ["connectInstance"] = "502 webhookUnreachable: Radarr tests the address of the example, and nobody listens there",
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_operation_answers_its_own_examples_as_it_is_documented()
    {
        await using var house = await ExampleHouse.StartAsync();
        using var client = house.Http.Client();
        var document = JsonElement.Parse(house.Http.Services.GetRequiredService<ApiDocument>().Content.Span);
        var schemas = new JsonSchema(document);
        var record = new JsonObject();
        List<string> wrong = [];
        foreach (var operation in ApiOperation.AllOf(document).OrderBy(operation => Array.IndexOf(["GET", "POST", "PUT", "DELETE"], operation.Method) + (operation.Id is "writeImport" ? 1.5 : 0)))
        {
            await house.PrepareAsync(operation);
            using var request = Request(house, operation);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            var (status, text) = ((int)response.StatusCode, await BodyAsync(response));
            var told = operation.AnswerOf(document, $"{status}");
            var media = response.Content.Headers.ContentType?.ToString();
            var content = media is null || told is null ? null : ApiOperation.ContentOf(told.Value, media);
            wrong.AddRange(told is null ? [$"{operation}: {status} is not documented: {text}"]
                : status >= 400 && !Refused.ContainsKey(operation.Id) ? [$"{operation}: {status} {text}"]
                : content is null ? text.Length > 0 ? [$"{operation}: {status} has {media}: {text}"] : []
                : media!.Contains("json", StringComparison.Ordinal) ? schemas.Errors(JsonElement.Parse(text), content.Value.GetProperty("schema")).Select(error => $"{operation}: {status} {error}")
                : []);
            if (status < 400 && media is "application/json" or "application/json; charset=utf-8" && operation.Id is not "getApiDocument")
            {
                record[$"{operation.Id} {status}"] = Short(JsonNode.Parse(house.Anywhere(text)));
            }
        }

        Assert.True(wrong is [], string.Join('\n', wrong));
        var made = await Artifact.WriteAsync("examples.json", record.ToJsonString(Indented) + "\n");
        var recorded = JsonNode.Parse(Repository.Read(Recorded))!.AsObject();
        Assert.True(
            record.Select(example => example.Key).SequenceEqual(recorded.Select(example => example.Key), StringComparer.Ordinal),
            $"{Recorded} has not the answers of these operations; {made} has. Look at what has changed, and copy it.");
    }

    [Fact]
    public async Task Each_example_in_the_document_fits_its_schema()
    {
        await using var bench = await Http.HttpBench.StartAsync();
        var document = JsonElement.Parse(bench.Services.GetRequiredService<ApiDocument>().Content.Span);
        var schemas = new JsonSchema(document);
        var operations = ApiOperation.AllOf(document);
        var errors = operations.SelectMany(operation => operation.Contents.Concat(operation.Parameters).Where(content => content.TryGetProperty("example", out _))
            .SelectMany(content => schemas.Errors(content.GetProperty("example"), content.GetProperty("schema"))).Select(error => $"{operation}: {error}"));
        Assert.Equal("", string.Join('\n', errors));
    }

    private static HttpRequestMessage Request(ExampleHouse house, ApiOperation operation)
    {
        var (path, query) = (operation.Path, new StringBuilder());
        var request = new HttpRequestMessage { Method = new(operation.Method) };
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.TryGetProperty("example", out _)))
        {
            var name = parameter.GetProperty("name").GetString()!;
            var value = house.Here(operation, name, parameter.GetProperty("example").ToString() is var text && text is "True" or "False" ? text.ToLowerInvariant() : text);
            switch (parameter.GetProperty("in").GetString())
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
                    break;
                case "query":
                    query.Append(query.Length is 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
                    break;
                default:
                    request.Headers.TryAddWithoutValidation(name, value);
                    break;
            }
        }

        request.RequestUri = new(path + query, UriKind.Relative);
        if (operation.Body is { } body)
        {
            request.Content = body.Value.TryGetProperty("example", out var example)
                ? new StringContent(house.Here(operation, "", example.ValueKind is JsonValueKind.String ? example.GetString()! : example.GetRawText()))
                : new ByteArrayContent(house.Chunk);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.Name);
        }

        return request;
    }

    /// <summary>A stream goes on for minutes, and is not waited for.</summary>
    private static async Task<string> BodyAsync(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType is "text/event-stream" ? "" : Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancellation));

    /// <summary>One item of each list shows what it holds; a new key, and the token of a session, are shown as ones that open nothing.</summary>
    private static JsonNode? Short(JsonNode? node) => node switch
    {
        JsonArray items => new JsonArray([.. items.Take(1).Select(Short)]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Key, member.Key is "csrfToken" ? new string('A', 43) : member is { Key: "key", Value: JsonValue value } && value.ToString().StartsWith("af_", StringComparison.Ordinal) ? "af_" + new string('A', 43) : Short(member.Value)))),
        _ => node?.DeepClone(),
    };
}
