using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Webhooks;

internal static class WebhookOperations
{
    private const string Import =
        """{"eventType": "Download", "movie": {"id": 1, "title": "Ran", "year": 1985, "folderPath": "/movies/Ran (1985)", "tmdbId": 11645}, "movieFile": {"id": 1, "relativePath": "Ran.mkv", "path": "/movies/Ran (1985)/Ran.mkv", "size": 4831838208}, "isUpgrade": false}""";

    public static Operation Receive() => new Operation("receiveWebhook", "An event of Sonarr, Radarr or Prowlarr")
        .Saying("Without the last part of the path it is the event of the only instance of the service, or of the one whose URL is the applicationUrl of the event.")
        .Path("service", "sonarr, radarr or prowlarr.", "radarr", ParameterKind.OneOf("sonarr", "radarr", "prowlarr"))
        .Path("instance", "The instance that posts.", "radarr")
        .Takes("application/json", Import)
        .Answers(200, WebhookViewJson.Default.Ignored)
        .Answers(202, WebhookViewJson.Default.Accepted)
        .Fails(400, "emptyBody", "notAnObject", "malformedJson")
        .Fails(404, "unknownService")
        .Fails(413, "bodyTooLarge");

    public static Operation Find() => new Operation("getWebhook", "An event, and where its jobs stand")
        .Path("webhookId", "As its sender was told.", "9e107d9d372bb6826bd81d3542a419d6", ParameterKind.Matching("^[0-9a-f]{32}$"))
        .Answers(200, WebhookViewJson.Default.WebhookView)
        .Fails(404, "unknownWebhook");
}
