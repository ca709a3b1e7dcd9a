using System.Text.Json.Nodes;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>The connection (their word: notification) by which an instance posts its events here.</summary>
internal static class WebhookNotification
{
    public const string Name = "ArrFunctions";

    private const string Implementation = "Webhook";
    private const int Post = 1;

    /// <summary>The switches of the events that something comes of here.</summary>
    public static IReadOnlyList<string> Events(ServarrService service) => service switch
    {
        ServarrService.Sonarr => ["onDownload", "onUpgrade", "onRename", "onEpisodeFileDelete", .. Health],
        ServarrService.Radarr => ["onDownload", "onUpgrade", "onRename", "onMovieFileDelete", .. Health],
        _ => Health,
    };

    /// <summary>Ours among the connections of an instance: the one that posts to this address, else the one with our name.</summary>
    public static JsonObject? Find(IReadOnlyList<JsonObject> all, string target) =>
        all.FirstOrDefault(one => IsWebhook(one) && IsSame(UrlOf(one), target))
        ?? all.FirstOrDefault(one => IsWebhook(one) && Name.Equals(Text(one["name"]), StringComparison.OrdinalIgnoreCase));

    /// <summary>Names of other connections that post to the same program.</summary>
    public static IReadOnlyList<string> Others(IReadOnlyList<JsonObject> all, JsonObject? ours, string target) =>
        [.. all.Where(one => one != ours && IsWebhook(one) && IsOfSameProgram(UrlOf(one), target)).Select(one => Text(one["name"]) ?? "")];

    /// <summary>A new connection, or the existing one with our address, key and events; all else that it has stays.</summary>
    public static JsonObject With(JsonObject? existing, ServarrService service, string target, string password)
    {
        var connection = existing?.DeepClone().AsObject() ?? New();
        foreach (var name in Events(service))
        {
            connection[name] = true;
        }

        if (service is ServarrService.Sonarr)
        {
            connection["onImportComplete"] = false; // it tells of the same files once more
        }

        if (connection["fields"] is not JsonArray fields)
        {
            connection["fields"] = fields = [];
        }

        Set(fields, "url", target);
        Set(fields, "method", Post);
        Set(fields, "username", "arrfunctions");
        Set(fields, "password", password);
        return connection;
    }

    private static string[] Health { get; } = ["onHealthIssue", "includeHealthWarnings", "onHealthRestored"];

    private static JsonObject New() => new()
    {
        ["name"] = Name,
        ["implementation"] = Implementation,
        ["configContract"] = "WebhookSettings",
        ["tags"] = new JsonArray(),
        ["fields"] = new JsonArray(),
    };

    private static void Set(JsonArray fields, string name, JsonNode value)
    {
        if (fields.OfType<JsonObject>().FirstOrDefault(field => Text(field["name"]) == name) is { } field)
        {
            field["value"] = value;
        }
        else
        {
            fields.Add(new JsonObject { ["name"] = name, ["value"] = value });
        }
    }

    private static bool IsWebhook(JsonObject connection) => Text(connection["implementation"]) == Implementation;

    private static string? UrlOf(JsonObject connection) =>
        (connection["fields"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(field => Text(field["name"]) == "url") is { } field ? Text(field["value"]) : null;

    /// <summary>Also where it leaves out the instance, which the route allows.</summary>
    private static bool IsSame(string? url, string target) =>
        Address(url) is { } found && Address(target) is { } wanted
        && (found.Equals(wanted, StringComparison.OrdinalIgnoreCase) || found.Equals(wanted[..wanted.LastIndexOf('/')], StringComparison.OrdinalIgnoreCase));

    private static bool IsOfSameProgram(string? url, string target) =>
        Uri.TryCreate(url, UriKind.Absolute, out var found) && Uri.TryCreate(target, UriKind.Absolute, out var wanted)
        && found.Authority.Equals(wanted.Authority, StringComparison.OrdinalIgnoreCase)
        && found.AbsolutePath.Contains("/api/webhook/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without its query, in which an older one may carry its key.</summary>
    private static string? Address(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        ? parsed.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/')
        : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
