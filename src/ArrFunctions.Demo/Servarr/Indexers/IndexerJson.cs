using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>An indexer as the API takes it and tells it (<c>indexer</c>).</summary>
internal static class IndexerJson
{
    private const string Hidden = "********";

    private static readonly string[] Switches = ["enable", "redirect", "enableRss", "enableAutomaticSearch", "enableInteractiveSearch"];

    private static readonly string[] Settable = ["name", "appProfileId", "priority", "seasonSearchMaximumSingleEpisodeAge", "downloadClientId", "tags"];

    /// <summary>What a person fills in.</summary>
    public static JsonObject Sent(string name, FakeTracker tracker, IndexerProtocol protocol, int priority) => new()
    {
        ["name"] = name,
        ["implementation"] = protocol == IndexerProtocol.Torrent ? "Torznab" : "Newznab",
        ["priority"] = priority,
        ["fields"] = Fields(("baseUrl", tracker.Url.ToString()), ("apiKey", tracker.ApiKey)),
    };

    public static JsonArray Fields(params IEnumerable<(string Name, JsonNode Value)> values) =>
        WireJson.List(values.Select(field => new JsonObject { ["name"] = field.Name, ["value"] = field.Value }));

    /// <summary>
    /// What is kept of a resource that was sent: what it does not hold is as at first again,
    /// a secret that comes back hidden stays the one that was kept before.
    /// </summary>
    public static JsonObject Keep(IndexerTemplate template, JsonObject sent, JsonObject? before, int id, DateTimeOffset now)
    {
        var kept = template.Json();
        foreach (var name in Switches.Where(kept.ContainsKey))
        {
            kept[name] = (bool?)sent[name] is true;
        }

        foreach (var name in Settable.Where(name => kept[name] is not null && sent[name] is not null))
        {
            kept[name] = sent[name]!.DeepClone();
        }

        foreach (var field in kept["fields"]!.AsArray().Select(field => field!.AsObject()))
        {
            field["value"] = Given(field, sent, before) ?? field["value"]?.DeepClone();
        }

        if (template.App == ServarrApp.Prowlarr)
        {
            kept["indexerUrls"] = WireJson.Words(BaseUrl(kept));
            kept["sortName"] = ((string)kept["name"]!).ToLowerInvariant();
            kept["added"] = before?["added"]?.DeepClone() ?? now.UtcDateTime;
        }

        kept["id"] = id;
        return kept;
    }

    /// <summary>As it is shown: without its secrets.</summary>
    public static JsonObject Show(JsonObject kept)
    {
        var shown = kept.DeepClone().AsObject();
        foreach (var field in shown["fields"]!.AsArray().Where(field => IsSecret(field!) && (string?)field!["value"] is { Length: > 0 }))
        {
            field!["value"] = Hidden;
        }

        return shown;
    }

    /// <summary>As the answer to a change shows it: Prowlarr's tells no address and no category of one that it has not asked for them.</summary>
    public static JsonObject ShowChanged(JsonObject kept, bool isAsked)
    {
        var shown = Show(kept);
        if (!isAsked && shown["capabilities"] is JsonObject capabilities)
        {
            shown["indexerUrls"] = WireJson.Words("");
            (capabilities["categories"], capabilities["tvSearchParams"], capabilities["movieSearchParams"]) = (new JsonArray(), new JsonArray(), new JsonArray());
        }

        return shown;
    }

    public static string BaseUrl(JsonObject kept) => (string?)Value(kept, "baseUrl") ?? "";

    public static JsonNode? Value(JsonObject resource, string name) =>
        resource["fields"]?.AsArray().FirstOrDefault(field => (string?)field!["name"] == name)?["value"];

    private static JsonNode? Given(JsonObject field, JsonObject sent, JsonObject? before)
    {
        var name = (string)field["name"]!;
        var given = Value(sent, name);
        return (IsSecret(field) && before is not null && (string?)given == Hidden ? Value(before, name) : given)?.DeepClone();
    }

    private static bool IsSecret(JsonNode field) => (string?)field["privacy"] is "apiKey" or "password";
}
