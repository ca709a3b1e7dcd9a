using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using ArrFunctions.Tests.Demo.Servarr;

namespace ArrFunctions.Tests.Setup;

public sealed class WebhookNotificationTests
{
    private const string Target = "http://home:7071/api/webhook/sonarr/tv";

    [Fact]
    public void A_new_connection_has_the_members_that_were_recorded_and_the_events_that_are_used()
    {
        var made = WebhookNotification.With(existing: null, ServarrService.Sonarr, Target, "a-key");

        Assert.Equal(
            ["onDownload", "onUpgrade", "onRename", "onEpisodeFileDelete", "onHealthIssue", "includeHealthWarnings", "onHealthRestored"],
            made.Where(member => member.Key.StartsWith("on", StringComparison.Ordinal) || member.Key.StartsWith("include", StringComparison.Ordinal))
                .Where(member => (bool)member.Value!).Select(member => member.Key));
        Assert.False((bool)made["onImportComplete"]!);
        var recorded = JsonNode.Parse(Recording.Read("sonarr-notification-create").GetProperty("request").GetProperty("body").GetRawText())!.AsObject();
        Assert.All(made, member => Assert.True(recorded.ContainsKey(member.Key), member.Key));
        Assert.Equal("ArrFunctions Webhook WebhookSettings", $"{made["name"]} {made["implementation"]} {made["configContract"]}");
        Assert.Equal([("url", Target), ("method", "1"), ("username", "arrfunctions"), ("password", "a-key")], Fields(made));
    }

    [Fact]
    public void Radarr_is_asked_for_deleted_movie_files_and_Prowlarr_for_its_health_alone()
    {
        Assert.Contains("onMovieFileDelete", WebhookNotification.Events(ServarrService.Radarr));
        Assert.Equal(["onHealthIssue", "includeHealthWarnings", "onHealthRestored"], WebhookNotification.Events(ServarrService.Prowlarr));
        Assert.False(WebhookNotification.With(existing: null, ServarrService.Prowlarr, Target, "a-key").ContainsKey("onDownload"));
    }

    [Fact]
    public void All_else_of_an_existing_connection_stays()
    {
        var existing = JsonNode.Parse(
            """
            {
              "id": 7, "name": "mine", "implementation": "Webhook", "tags": [3], "onGrab": true, "onDownload": false, "onImportComplete": true, "later": {"a": 1},
              "fields": [
                {"name": "url", "value": "http://old/hook", "label": "URL"}, {"name": "method", "value": 2}, {"name": "password", "value": "********"},
                {"name": "headers", "value": [{"key": "X", "value": "y"}]}
              ]
            }
            """)!.AsObject();
        var before = existing.ToJsonString();

        var made = WebhookNotification.With(existing, ServarrService.Sonarr, Target, "a-key");

        Assert.Equal(before, existing.ToJsonString());
        Assert.Equal(("7", "mine", "[3]", "true", "{\"a\":1}"), (Json("id"), (string)made["name"]!, Json("tags"), Json("onGrab"), Json("later")));
        Assert.Equal(("true", "false"), (Json("onDownload"), Json("onImportComplete")));
        Assert.Equal("URL", (string)made["fields"]![0]!["label"]!);
        Assert.Equal(
            [("url", Target), ("method", "1"), ("password", "a-key"), ("headers", """[{"key":"X","value":"y"}]"""), ("username", "arrfunctions")], Fields(made));

        string Json(string name) => made[name]!.ToJsonString();
    }

    [Theory]
    [InlineData("Webhook", "hand-made", "http://home:7071/api/webhook/sonarr/tv/", true)]
    [InlineData("Webhook", "hand-made", "http://HOME:7071/api/webhook/sonarr?code=secret", true)]
    [InlineData("Webhook", "arrfunctions", "http://elsewhere/hook", true)]
    [InlineData("Webhook", "hand-made", "http://home:7072/api/webhook/sonarr/tv", false)]
    [InlineData("Webhook", "hand-made", "http://home:7071/api/webhook/sonarr/anime", false)]
    [InlineData("Discord", "ArrFunctions", "http://home:7071/api/webhook/sonarr/tv", false)]
    [InlineData("Webhook", "hand-made", null, false)]
    public void Ours_is_the_webhook_with_our_address_or_our_name(string implementation, string name, string? url, bool isOurs)
    {
        var connection = Connection(implementation, name, url);

        Assert.Equal(isOurs ? connection : null, WebhookNotification.Find([Connection("Webhook", "another", "http://x/y"), connection], Target));
    }

    [Fact]
    public void The_address_counts_before_the_name_and_others_that_post_here_are_named()
    {
        var named = Connection("Webhook", "ArrFunctions", "http://home:7071/api/webhook/sonarr/old");
        var addressed = Connection("Webhook", "hand-made", Target);

        var ours = WebhookNotification.Find([named, addressed], Target);

        Assert.Same(addressed, ours);
        Assert.Equal(["ArrFunctions"], WebhookNotification.Others([named, addressed, Connection("Webhook", "x", "http://home:7071/hook")], ours, Target));
    }

    [Fact]
    public void Members_of_other_types_do_no_harm()
    {
        var odd = JsonNode.Parse("""{"name": 7, "implementation": ["Webhook"], "fields": {"url": 1}}""")!.AsObject();

        Assert.Null(WebhookNotification.Find([odd], Target));
        Assert.Equal(4, Fields(WebhookNotification.With(odd, ServarrService.Radarr, Target, "a-key")).Count());
    }

    private static JsonObject Connection(string implementation, string name, string? url) => new()
    {
        ["implementation"] = implementation,
        ["name"] = name,
        ["fields"] = new JsonArray(new JsonObject { ["name"] = "url", ["value"] = url }),
    };

    private static IEnumerable<(string, string)> Fields(JsonObject connection) => connection["fields"]!.AsArray().Select(field => (
        (string)field!["name"]!,
        field["value"]!.GetValueKind() is JsonValueKind.String ? (string)field["value"]! : field["value"]!.ToJsonString()));
}
