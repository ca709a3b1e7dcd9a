using System.Text.Json.Nodes;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Access.Sessions;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>How a caller shows who it is; any of them will do.</summary>
internal static class SecuritySchemes
{
    private static readonly string[] Keys = ["apiKey", "functionsKey", "basic"];
    private static readonly string[] OfPeople = [.. Keys, "session"];
    private static readonly string[] OfWebhooks = [.. Keys, "webhookCode", "webhookSignature"];

    public static JsonObject ToJson() => new()
    {
        ["apiKey"] = InPlace("header", "X-Api-Key", "A key of this program."),
        ["functionsKey"] = InPlace("header", "x-functions-key", "The same key, for callers that know this header."),
        ["basic"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic", ["description"] = "The key is the password; any user name." },
        ["session"] = InPlace("cookie", SessionCookie.Name, $"The cookie that POST /api/session sets; a change needs the header {SessionCheck.CsrfHeader} beside it."),
        ["webhookCode"] = InPlace("query", "code", "The key in the query, for webhooks alone."),
        ["webhookSignature"] = InPlace(
            "header",
            "X-Webhook-Signature",
            "HMAC-SHA-256 under Webhooks:Secret: sha256=HEX over X-Webhook-Timestamp, a dot and the body, within 5 minutes; or HEX over the body alone, without a timestamp."),
    };

    /// <param name="role">Null: nobody is asked for a key.</param>
    public static JsonArray For(Role? role) =>
        new([.. (role is null ? [] : role is Role.Webhook ? OfWebhooks : OfPeople).Select(name => new JsonObject { [name] = new JsonArray() })]);

    private static JsonObject InPlace(string place, string name, string words) =>
        new() { ["type"] = "apiKey", ["in"] = place, ["name"] = name, ["description"] = words };
}
