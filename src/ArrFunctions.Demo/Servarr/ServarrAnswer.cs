using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Servarr;

/// <summary>Answers in the forms of the applications.</summary>
internal static class ServarrAnswer
{
    public static IResult Of(JsonNode json, int status = StatusCodes.Status200OK, string type = "application/json; charset=utf-8") =>
        new Body(WireJson.Bytes(json), status, type);

    public static IResult List(IEnumerable<JsonNode?> items) => Of(WireJson.List(items));

    public static IResult OrMissing(JsonNode? json) => json is null ? Missing() : Of(json);

    public static IResult Missing() => Of(
        new JsonObject
        {
            ["type"] = "https://tools.ietf.org/html/rfc9110#section-15.5.5",
            ["title"] = "Not Found",
            ["status"] = StatusCodes.Status404NotFound,
            ["traceId"] = "00-00000000000000000000000000000000-0000000000000000-00",
        },
        StatusCodes.Status404NotFound,
        "application/problem+json; charset=utf-8");

    public static IResult Bad(string message) => Of(
        new JsonObject { ["message"] = $"BadRequest: {message}", ["content"] = message }, StatusCodes.Status400BadRequest, "application/json");

    /// <summary>What a test or a save did not pass.</summary>
    public static IResult Invalid(string property, string message) => Of(
        new JsonArray(new JsonObject { ["isWarning"] = false, ["propertyName"] = property, ["errorMessage"] = message, ["severity"] = "error" }),
        StatusCodes.Status400BadRequest,
        "application/json");

    public static IResult Broken(string message) => Of(
        new JsonObject { ["message"] = message, ["description"] = $"System.Exception: {message}\n   at Somewhere()" },
        StatusCodes.Status500InternalServerError,
        "application/json");

    private sealed class Body(byte[] content, int status, string type) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = type;
            await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
        }
    }
}
