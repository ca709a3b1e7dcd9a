using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>The document against the rules of OpenAPI 3.1, the routes, the source and its committed copy.</summary>
public sealed partial class OpenApiDocumentTests
{
    private const string Copy = "docs/openapi.json";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_route_describes_itself()
    {
        await using var bench = await HttpBench.StartAsync();
        var routes = bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.Empty(routes.Where(route => route.Metadata.GetMetadata<RouteDescription>() is null).Select(route => $"{route} has no .Describe(...)"));
    }

    [Fact]
    public async Task References_lead_somewhere_and_names_are_unique()
    {
        var document = await ReadAsync();
        var ids = ApiOperation.AllOf(document).Select(operation => operation.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var reference in All(document).Where(member => member.Name is "$ref").Select(member => member.Value.GetString()!))
        {
            Assert.StartsWith("#/components/", reference, StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Object, Resolve(document, reference).ValueKind);
        }
    }

    [Fact]
    public async Task Parameters_are_those_of_the_path()
    {
        var document = await ReadAsync();
        var shapes = document.GetProperty("paths").EnumerateObject().Select(path => Placeholder.Replace(path.Name, "{}")).ToList();
        Assert.Equal(shapes.Count, shapes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ApiOperation.AllOf(document), operation =>
        {
            var inPath = Placeholder.Matches(operation.Path).Select(match => match.Value.Trim('{', '}')).Order(StringComparer.Ordinal);
            var told = operation.Parameters.Where(parameter => Text(parameter, "in") is "path").Select(parameter => Text(parameter, "name")).Order(StringComparer.Ordinal);
            Assert.Equal((operation.Id, string.Join(' ', inPath)), (operation.Id, string.Join(' ', told)));
            Assert.All(operation.Parameters, parameter => Assert.True(Text(parameter, "in") is not "path" || parameter.GetProperty("required").GetBoolean()));
            Assert.Equal(operation.Parameters.Count, operation.Parameters.DistinctBy(parameter => (Text(parameter, "in"), Text(parameter, "name"))).Count());
        });
    }

    [Fact]
    public async Task Handlers_and_the_document_know_the_same_parameters_of_the_query()
    {
        await using var bench = await HttpBench.StartAsync();
        var document = JsonElement.Parse(bench.Services.GetRequiredService<ApiDocument>().Content.Span);
        var operations = ApiOperation.AllOf(document).ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        Assert.All(bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), route =>
        {
            var operation = operations[route.Metadata.GetMetadata<RouteDescription>()!.Make().Id];
            var taken = route.Metadata.OfType<System.Reflection.MethodInfo>().Single().GetParameters().SelectMany(Spread).Where(IsQuery).Select(parameter => parameter.Name!)
                .Except(route.RoutePattern.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
            var told = operation.Parameters.Where(parameter => Text(parameter, "in") is "query").Select(parameter => Text(parameter, "name"));
            Assert.Equal((operation.Id, string.Join(' ', taken.Order(StringComparer.Ordinal))), (operation.Id, string.Join(' ', told.Order(StringComparer.Ordinal))));
        });
    }

    [Fact]
    public async Task Every_operation_names_its_role_and_how_a_key_is_sent()
    {
        await using var bench = await HttpBench.StartAsync();
        var document = await ReadAsync(bench);
        var routes = bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .ToDictionary(route => route.Metadata.GetMetadata<RouteDescription>()!.Make().Id, StringComparer.Ordinal);
        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.All(ApiOperation.AllOf(document).Where(operation => routes.ContainsKey(operation.Id)), operation =>
        {
            var metadata = routes[operation.Id].Metadata;
            var role = metadata.GetMetadata<IAllowAnonymous>() is not null ? "none" : metadata.GetMetadata<IAuthorizeData>()!.Policy!.ToLowerInvariant();
            Assert.Equal(role, Text(operation.Json, "x-role"));
            var security = operation.Json.GetProperty("security").EnumerateArray().SelectMany(one => one.EnumerateObject()).Select(one => one.Name).ToList();
            Assert.Equal(role switch { "none" => 0, "webhook" => 5, _ => 4 }, security.Count);
            Assert.All(security, name => Assert.True(schemes.TryGetProperty(name, out _)));
        });
    }

    [Fact]
    public async Task Codes_of_the_source_and_of_the_document_are_the_same()
    {
        var document = await ReadAsync();
        var told = All(document.GetProperty("paths")).Concat(All(document.GetProperty("components"))).Where(member => member is { Name: "code", Value.ValueKind: JsonValueKind.Object } && member.Value.TryGetProperty("enum", out _))
            .SelectMany(member => member.Value.GetProperty("enum").EnumerateArray()).Select(code => code.GetString()!).ToHashSet(StringComparer.Ordinal);
        var source = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src/ArrFunctions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("Operations.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        var given = Code.Matches(source).Select(match => match.Groups["code"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(given.Except(told, StringComparer.Ordinal));
        Assert.All(told, code => Assert.Contains($"\"{code}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_committed_copy_is_the_document()
    {
        var document = JsonSerializer.Serialize(await ReadAsync(), Indented).ReplaceLineEndings("\n") + "\n";
        var made = await Artifact.WriteAsync("openapi.json", document);
        Assert.True(
            document == Repository.Read(Copy), $"{Copy} is not the document of the routes any more; {made} is. Look at what has changed, and copy it.");
    }

    private static async Task<JsonElement> ReadAsync()
    {
        await using var bench = await HttpBench.StartAsync();
        return await ReadAsync(bench);
    }

    private static async Task<JsonElement> ReadAsync(HttpBench bench)
    {
        using var client = bench.Client();
        using var response = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A parameter that holds several stands for each of them.</summary>
    private static IEnumerable<(string Name, Type Type)> Spread(System.Reflection.ParameterInfo parameter) =>
        Attribute.IsDefined(parameter, typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.PropertyType))
            : [(parameter.Name!, parameter.ParameterType)];

    private static bool IsQuery((string Name, Type Type) parameter) =>
        (Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type) is var type && (type.IsPrimitive || type == typeof(string) || type.IsEnum || type == typeof(DateTimeOffset));

    private static JsonElement Resolve(JsonElement document, string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name));

    private static IEnumerable<JsonProperty> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => All(member.Value).Prepend(member)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        _ => [],
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex("""(?:(?:Problem\.Of|Refused|Objection)\(\s*[\w.]+,|(?:SetupOutcome\.Failed|ConfirmOutcome\.Refused)\()\s*"(?<code>[a-z]\w+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code { get; }
}
