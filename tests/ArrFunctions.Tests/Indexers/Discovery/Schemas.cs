using System.Text.Json.Nodes;
using ArrFunctions.Indexers.Discovery;

namespace ArrFunctions.Tests.Indexers.Discovery;

/// <summary>What a Prowlarr can add, in the shape of its schema, shortened.</summary>
internal static class Schemas
{
    public const string Json = """
        [
          {"name":"Generic Torznab","implementation":"Torznab","definitionName":"Torznab","configContract":"TorznabSettings","protocol":"torrent","privacy":"private","enable":true,
           "appProfileId":0,"indexerUrls":[""],"presets":[],"added":"0001-01-01T00:00:00Z","unknownMember":{"kept":true},"fields":[
            {"name":"baseUrl","type":"textbox","privacy":"normal"},
            {"name":"apiPath","value":"/api","type":"textbox","privacy":"normal"},
            {"name":"apiKey","type":"textbox","privacy":"apiKey"},
            {"name":"torrentBaseSettings.seedRatio","type":"number","isFloat":true,"privacy":"normal"},
            {"name":"baseSettings.queryLimit","type":"number","isFloat":false,"privacy":"normal"},
            {"name":"torrentBaseSettings.preferMagnetUrl","value":false,"type":"checkbox","privacy":"normal"},
            {"name":"baseSettings.limitsUnit","value":0,"type":"select","selectOptions":[{"value":0,"name":"Day"},{"value":1,"name":"Hour"}],"privacy":"normal"}]},
          {"name":"Tosho","implementation":"Torznab","definitionName":"Torznab","protocol":"torrent","privacy":"private","indexerUrls":[""],"fields":[
            {"name":"baseUrl","value":"https://feed.tosho.example","type":"textbox","privacy":"normal"}]},
          {"name":"Generic Newznab","implementation":"Newznab","definitionName":"Newznab","protocol":"usenet","privacy":"private","redirect":false,"indexerUrls":[""],"fields":[
            {"name":"baseUrl","type":"textbox","privacy":"normal"}]},
          {"name":"Open Site","implementation":"Cardigann","definitionName":"opensite","protocol":"torrent","privacy":"public","appProfileId":0,"indexerUrls":["https://open.example/","https://mirror.example/"],"fields":[
            {"name":"baseUrl","type":"select","privacy":"normal"},{"name":"definitionFile","value":"opensite","type":"textbox","privacy":"normal"},
            {"name":"sort","type":"select","selectOptions":[{"value":"created","name":"Created"}],"privacy":"normal"}]},
          {"name":"Closed Site","implementation":"Cardigann","definitionName":"closedsite","protocol":"torrent","privacy":"private","appProfileId":0,"indexerUrls":["https://closed.example/"],"fields":[
            {"name":"baseUrl","type":"select","privacy":"normal"},{"name":"cookie","type":"textbox","privacy":"normal"},{"name":"account","type":"textbox","privacy":"userName"}]}
        ]
        """;

    public static IReadOnlyList<Definition> All { get; } = [.. JsonNode.Parse(Json)!.AsArray().Select(schema => Definition.Read(schema!.AsObject())).OfType<Definition>()];
}
