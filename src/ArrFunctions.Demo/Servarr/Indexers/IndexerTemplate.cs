using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>A kind of indexer that an application can add (<c>GET indexer/schema</c>).</summary>
internal sealed record IndexerTemplate(ServarrApp App, string Implementation, IndexerProtocol Protocol, IReadOnlyList<IndexerField> Fields)
{
    private bool IsOfSite => Implementation == "Cardigann";

    public static IReadOnlyList<IndexerTemplate> Of(ServarrApp app) => app.Name switch
    {
        "Prowlarr" =>
        [
            new(app, "Newznab", IndexerProtocol.Usenet, IndexerFields.Prowlarr(isTorrent: false)),
            new(app, "Torznab", IndexerProtocol.Torrent, IndexerFields.Prowlarr(isTorrent: true)),
            new(app, "Cardigann", IndexerProtocol.Torrent, IndexerFields.Cardigann),
        ],
        "Radarr" =>
        [
            new(app, "Newznab", IndexerProtocol.Usenet, IndexerFields.Radarr(isTorrent: false)),
            new(app, "Torznab", IndexerProtocol.Torrent, IndexerFields.Radarr(isTorrent: true)),
        ],
        _ =>
        [
            new(app, "Newznab", IndexerProtocol.Usenet, IndexerFields.Sonarr(isTorrent: false)),
            new(app, "Torznab", IndexerProtocol.Torrent, IndexerFields.Sonarr(isTorrent: true)),
        ],
    };

    /// <summary>As the schema tells it: with what each field is at first.</summary>
    public JsonObject Json()
    {
        var json = App == ServarrApp.Prowlarr ? OfProwlarr() : OfApplication();
        json["fields"] = WireJson.List(Fields.Select((field, order) => field.Json(order)));
        json["implementationName"] = IsOfSite ? "Cardigann" : Implementation;
        json["implementation"] = Implementation;
        json["configContract"] = $"{Implementation}Settings";
        json["infoLink"] = $"{App.Wiki}/supported{(App == ServarrApp.Prowlarr ? "-indexers" : "")}#{Implementation.ToLowerInvariant()}";
        json["tags"] = new JsonArray();
        return json;
    }

    private JsonObject OfApplication() => new()
    {
        ["enableRss"] = true,
        ["enableAutomaticSearch"] = true,
        ["enableInteractiveSearch"] = true,
        ["supportsRss"] = true,
        ["supportsSearch"] = true,
        ["protocol"] = Protocol == IndexerProtocol.Torrent ? "torrent" : "usenet",
        ["priority"] = 25,
        ["seasonSearchMaximumSingleEpisodeAge"] = App == ServarrApp.Sonarr ? 0 : null,
        ["downloadClientId"] = 0,
        ["name"] = "",
    };

    private JsonObject OfProwlarr() => new()
    {
        ["indexerUrls"] = WireJson.Words(IsOfSite ? "https://a-site.example/" : ""),
        ["legacyUrls"] = new JsonArray(),
        ["definitionName"] = IsOfSite ? "a-site" : Implementation,
        ["description"] = IsOfSite ? "A site that is told in a file." : $"Any site that speaks {Implementation}.",
        ["language"] = "en-US",
        ["encoding"] = "Unicode (UTF-8)",
        ["enable"] = true,
        ["redirect"] = false,
        ["supportsRss"] = true,
        ["supportsSearch"] = true,
        ["supportsRedirect"] = true,
        ["supportsPagination"] = !IsOfSite,
        ["appProfileId"] = 0,
        ["protocol"] = Protocol == IndexerProtocol.Torrent ? "torrent" : "usenet",
        ["privacy"] = IsOfSite ? "public" : "private",
        ["capabilities"] = new JsonObject
        {
            ["limitsMax"] = 100,
            ["limitsDefault"] = 100,
            ["categories"] = new JsonArray(Category(2000, "Movies", Category(2040, "Movies/HD")), Category(5000, "TV", Category(5040, "TV/HD"))),
            ["supportsRawSearch"] = false,
            ["searchParams"] = WireJson.Words("q"),
            ["tvSearchParams"] = WireJson.Words("q", "season", "ep"),
            ["movieSearchParams"] = WireJson.Words("q", "imdbId"),
            ["musicSearchParams"] = new JsonArray(),
            ["bookSearchParams"] = new JsonArray(),
        },
        ["priority"] = 25,
        ["downloadClientId"] = 0,
        ["added"] = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        ["sortName"] = IsOfSite ? "a site" : Implementation.ToLowerInvariant(),
        ["name"] = IsOfSite ? "A Site" : Implementation,
    };

    private static JsonObject Category(int id, string name, params IEnumerable<JsonObject> below) =>
        new() { ["id"] = id, ["name"] = name, ["subCategories"] = WireJson.List(below) };
}
