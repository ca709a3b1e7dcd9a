using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A connection of the kind Webhook as the API tells it and takes it (<c>notification</c>).</summary>
internal static class ConnectionResource
{
    private const string Hidden = "********";

    /// <summary>What is kept of a resource that was sent; a hidden password stays the one that was kept before.</summary>
    public static JsonObject Keep(ServarrApp app, JsonObject sent, JsonObject? before, int id)
    {
        var kept = new JsonObject();
        foreach (var flag in app.ConnectionFlags)
        {
            kept[flag] = IsSet(sent, flag);
        }

        foreach (var flag in app.ConnectionFlags.Where(flag => flag.StartsWith("on", StringComparison.Ordinal)))
        {
            kept[$"supports{char.ToUpperInvariant(flag[0])}{flag[1..]}"] = true;
        }

        kept["name"] = sent["name"]?.DeepClone();
        kept["fields"] = new JsonArray(
            Field(0, "url", "Webhook URL", "url", "normal", Value(sent, "url") ?? ""),
            Method(app, Value(sent, "method") ?? 1),
            Field(2, "username", "Username", "textbox", "userName", Value(sent, "username") ?? ""),
            Field(3, "password", "Password", "password", "password", Password(sent, before)));
        if (app != ServarrApp.Prowlarr)
        {
            kept["fields"]!.AsArray().Add(Field(4, "headers", "Headers", "keyValueList", "normal", Value(sent, "headers") ?? new JsonArray(), isAdvanced: true));
        }

        kept["implementationName"] = "Webhook";
        kept["implementation"] = "Webhook";
        kept["configContract"] = "WebhookSettings";
        kept["infoLink"] = $"{app.Wiki}/supported#webhook";
        kept["tags"] = sent["tags"]?.DeepClone() ?? new JsonArray();
        kept["id"] = id;
        return kept;
    }

    /// <summary>As it is shown: without its password.</summary>
    public static JsonObject Show(JsonObject kept)
    {
        var shown = kept.DeepClone().AsObject();
        var password = shown["fields"]!.AsArray().Single(field => (string?)field!["name"] == "password")!;
        password["value"] = (string?)password["value"] is { Length: > 0 } ? Hidden : "";
        return shown;
    }

    public static WebhookConnection Connection(JsonObject kept) => new(new Uri((string)Value(kept, "url")!))
    {
        Method = (int)Value(kept, "method")! == 2 ? HttpMethod.Put : HttpMethod.Post,
        UserName = (string?)Value(kept, "username") ?? "",
        Password = (string?)Value(kept, "password") ?? "",
        Headers = (Value(kept, "headers") ?? new JsonArray()).AsArray().ToDictionary(header => (string)header!["key"]!, header => (string)header!["value"]!, StringComparer.OrdinalIgnoreCase),
    };

    public static bool IsSet(JsonObject resource, string flag) => (bool?)resource[flag] is true;

    private static JsonNode? Value(JsonObject resource, string name) =>
        resource["fields"]?.AsArray().FirstOrDefault(field => (string?)field!["name"] == name)?["value"]?.DeepClone();

    private static JsonNode Password(JsonObject sent, JsonObject? before) =>
        Value(sent, "password") is { } given && (before is null || (string?)given != Hidden) ? given : (before is null ? null : Value(before, "password")) ?? "";

    private static JsonObject Field(int order, string name, string label, string type, string privacy, JsonNode value, bool isAdvanced = false) => new()
    {
        ["order"] = order,
        ["name"] = name,
        ["label"] = label,
        ["value"] = value,
        ["type"] = type,
        ["advanced"] = isAdvanced,
        ["privacy"] = privacy,
        ["isFloat"] = false,
    };

    private static JsonObject Method(ServarrApp app, JsonNode value)
    {
        var field = Field(1, "method", "Method", "select", "normal", value);
        field["helpText"] = "Which HTTP method to use submit to the Webservice";
        field["selectOptions"] = new JsonArray(Option(app, 1, "POST"), Option(app, 2, "PUT"));
        return field;
    }

    private static JsonObject Option(ServarrApp app, int value, string name)
    {
        var option = new JsonObject { ["value"] = value, ["name"] = name, ["order"] = value };
        if (app == ServarrApp.Radarr)
        {
            option["dividerAfter"] = false;
        }

        return option;
    }
}
