using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>Answers in the forms of the applications.</summary>
internal static class ServarrAnswer
{
    public static IResult Of(JsonNode json, int status = StatusCodes.Status200OK, string type = "application/json; charset=utf-8", string? location = null) =>
        new Body(WireJson.Bytes(json), status, type, location);

    public static IResult List(IEnumerable<JsonNode?> items) => Of(WireJson.List(items));

    /// <summary>A list of any length: it is sent while it is written.</summary>
    public static IResult Stream<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) => new StreamedAnswer<T>(items, write, IsList: true);

    /// <summary>One resource; 404 where there is none.</summary>
    public static IResult OneOrMissing<T>(T? item, Action<Utf8JsonWriter, T> write)
        where T : class => item is null ? Missing() : new StreamedAnswer<T>([item], write, IsList: false);

    public static IResult OrMissing(JsonNode? json) => json is null ? Missing() : Of(json);

    public static IResult Missing() => Problem("https://tools.ietf.org/html/rfc9110#section-15.5.5", "Not Found", StatusCodes.Status404NotFound);

    /// <summary>A body that is no JSON, or none.</summary>
    public static IResult Unreadable(string why) => Problem(
        "https://tools.ietf.org/html/rfc9110#section-15.5.1",
        "One or more validation errors occurred.",
        StatusCodes.Status400BadRequest,
        new JsonObject { [""] = WireJson.Words(why) });

    public static IResult Bad(string message) => Of(
        new JsonObject { ["message"] = $"BadRequest: {message}", ["content"] = message }, StatusCodes.Status400BadRequest, "application/json");

    /// <summary>What a test or a save did not pass.</summary>
    public static IResult Invalid(string property, string message) => Invalid(new JsonObject
    {
        ["isWarning"] = false, ["propertyName"] = property, ["errorMessage"] = message, ["severity"] = "error",
    });

    /// <summary>What the application itself refuses before it tests anything.</summary>
    public static IResult Refused(string property, string message, JsonNode? attempted) => Invalid(new JsonObject
    {
        ["propertyName"] = property,
        ["errorMessage"] = message,
        ["attemptedValue"] = attempted?.DeepClone(),
        ["severity"] = "error",
        ["errorCode"] = "PredicateValidator",
        ["formattedMessageArguments"] = new JsonArray(),
        ["formattedMessagePlaceholderValues"] = new JsonObject { ["PropertyName"] = property, ["PropertyValue"] = attempted?.DeepClone() },
    });

    public static IResult Broken(string message) => Thrown(message, "System.Exception", StatusCodes.Status500InternalServerError);

    /// <summary>What came of an exception in it.</summary>
    public static IResult Thrown(string message, string exception, int status) =>
        Of(new JsonObject { ["message"] = message, ["description"] = $"{exception}: {message}\n   at Somewhere()" }, status, "application/json");

    private static IResult Invalid(JsonObject failure) => Of(new JsonArray(failure), StatusCodes.Status400BadRequest, "application/json");

    private static IResult Problem(string type, string title, int status, JsonObject? errors = null) => Of(
        new JsonObject
        {
            ["type"] = type,
            ["title"] = title,
            ["status"] = status,
            ["errors"] = errors,
            ["traceId"] = "00-00000000000000000000000000000000-0000000000000000-00",
        },
        status,
        "application/problem+json; charset=utf-8");

    private sealed class Body(byte[] content, int status, string type, string? location) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = type;
            httpContext.Response.Headers.Location = location;
            await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
        }
    }
}
