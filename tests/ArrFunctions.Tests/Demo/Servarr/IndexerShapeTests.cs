using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What the fakes answer about indexers has the status, the media type, the members and the types of what the real ones answered.</summary>
public sealed class IndexerShapeTests : IAsyncLifetime
{
    private IndexerBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await IndexerBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData("prowlarr-indexer-list", "indexer")]
    [InlineData("radarr-indexer-list", "indexer")]
    [InlineData("prowlarr-indexer-404", "indexer/999")]
    [InlineData("radarr-indexer-404", "indexer/999")]
    [InlineData("prowlarr-appprofile", "appprofile")]
    [InlineData("prowlarr-system-status", "system/status")]
    [InlineData("prowlarr-indexerstatus-after-heal", "indexerstatus")]
    public async Task What_is_read(string recording, string path) => AssertLike(recording, await bench.GetAsync(bench.Of(recording), path));

    [Theory]
    [InlineData("prowlarr-history-since", "history/since?date=2026-01-01T00:00:00Z")]
    [InlineData("prowlarr-history", "history?page=1&pageSize=5&sortKey=date&sortDirection=descending")]
    [InlineData("prowlarr-indexerstats", "indexerstats?startDate=2026-01-01T00:00:00Z&endDate=2027-01-01T00:00:00Z")]
    public async Task The_history(string recording, string path)
    {
        bench.Prowlarr.RunRssSync();
        bench.Prowlarr.Search("a film");
        AssertLike(recording, await bench.GetAsync(bench.Prowlarr, path));
    }

    [Fact]
    public async Task What_is_blocked()
    {
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.TestAsync(bench.Prowlarr);
        AssertLike("prowlarr-indexerstatus-blocked", await bench.GetAsync(bench.Prowlarr, "indexerstatus"));
        Assert.Equal((404, ""), await bench.GetAsync(bench.Radarr, "indexerstatus") is var absent ? (absent.Status, absent.Text) : default);
    }

    [Fact]
    public async Task What_Prowlarr_gives_to_an_application()
    {
        bench.Prowlarr.Connect(bench.Sonarr);
        AssertLike("prowlarr-applications-list", await bench.GetAsync(bench.Prowlarr, "applications"), isSameFields: false);
        AssertLike("sonarr-indexer-list-prowlarr-synced", await bench.GetAsync(bench.Sonarr, "indexer"));
    }

    [Theory]
    [InlineData("prowlarr-indexer-bulk-disable", "indexer/bulk")]
    [InlineData("radarr-indexer-bulk-disable", "indexer/bulk")]
    [InlineData("prowlarr-indexer-bulk-unknown-id", "indexer/bulk")]
    [InlineData("radarr-indexer-put-disable", "indexer/1")]
    [InlineData("sonarr-indexer-put-disable", "indexer/1")]
    [InlineData("prowlarr-indexer-put-disable", "indexer/1")]
    [InlineData("prowlarr-indexer-put-404", "indexer/999")]
    public async Task A_change(string recording, string path) =>
        AssertLike(recording, await bench.SendAsync(bench.Of(recording), HttpMethod.Put, path, Sent(recording)));

    [Theory]
    [InlineData("prowlarr-indexer-put-enabled-failing")]
    [InlineData("radarr-indexer-put-enabled-failing")]
    [InlineData("radarr-indexer-put-unchanged-failing")]
    public async Task A_change_while_the_site_is_down(string recording)
    {
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        var shown = await bench.ShownAsync(bench.Of(recording));
        shown["priority"] = recording.Contains("unchanged", StringComparison.Ordinal) ? 25 : 30;
        AssertLike(recording, await bench.SendAsync(bench.Of(recording), HttpMethod.Put, "indexer/1", shown));
    }

    [Theory]
    [InlineData("prowlarr-indexer-create")]
    [InlineData("sonarr-indexer-create")]
    [InlineData("radarr-indexer-create")]
    [InlineData("prowlarr-indexer-create-duplicate")]
    public async Task A_new_indexer(string recording)
    {
        var sent = Sent(recording);
        sent["name"] = recording.EndsWith("duplicate", StringComparison.Ordinal) ? "demo a" : "Another";
        sent["fields"]![0]!["value"] = bench.Tracker.Url.ToString();
        AssertLike(recording, await bench.SendAsync(bench.Of(recording), HttpMethod.Post, "indexer", sent));
    }

    [Theory]
    [InlineData("prowlarr-indexer-test-heal")]
    [InlineData("sonarr-indexer-test-heal")]
    [InlineData("radarr-indexer-test-heal")]
    [InlineData("prowlarr-indexer-test-ok-existing")]
    public async Task A_test_that_passes(string recording)
    {
        var reply = await bench.TestAsync(bench.Of(recording));
        AssertLike(recording, reply);
        Assert.Equal("\"{}\"", reply.Text);
    }

    [Theory]
    [InlineData("prowlarr-indexer-testall-ok", false)]
    [InlineData("sonarr-indexer-testall-ok", false)]
    [InlineData("radarr-indexer-testall-ok", false)]
    [InlineData("prowlarr-indexer-testall-failure", true)]
    [InlineData("radarr-indexer-testall-failure", true)]
    [InlineData("sonarr-indexer-testall-all-failing", true)]
    public async Task All_of_them_tested(string recording, bool isDown)
    {
        bench.Tracker.Becomes(isDown ? TrackerBehaviour.Unavailable : TrackerBehaviour.Works());
        AssertLike(recording, await bench.SendAsync(bench.Of(recording), HttpMethod.Post, "indexer/testall", body: null));
    }

    [Theory]
    [InlineData("prowlarr-indexer-testall-disabled-omitted")]
    [InlineData("radarr-indexer-testall-disabled-omitted")]
    public async Task One_that_is_off_is_left_out_of_all(string recording)
    {
        var fake = bench.Of(recording);
        fake.Switch(fake.Indexers[0], isOn: false);
        fake.Reach(new FakeTracker("Another"));
        var another = await bench.ShownAsync(fake);
        (another["name"], another["fields"]![0]!["value"]) = ("Another", new FakeTracker("Another").Url.ToString());
        Assert.Equal(201, (await bench.SendAsync(fake, HttpMethod.Post, "indexer", another)).Status);
        fake.Switch(fake.Indexers.Single(indexer => indexer.Name == "Another"), isOn: true);

        var reply = await bench.SendAsync(fake, HttpMethod.Post, "indexer/testall", body: null);
        AssertLike(recording, reply);
        Assert.Equal(Recording.Body(recording)[0].GetProperty("id").GetInt32(), reply.Body[0].GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_change_that_holds_three_fields_alone()
    {
        var sent = Sent("radarr-indexer-put-partial-fields");
        AssertLike("radarr-indexer-put-partial-fields", await bench.SendAsync(bench.Radarr, HttpMethod.Put, "indexer/1?forceSave=true", sent));
    }

    [Theory]
    [InlineData("prowlarr-command-sync")]
    [InlineData("prowlarr-command-unknown")]
    public async Task A_command(string recording)
    {
        var theirs = JsonNode.Parse(Recording.Read(recording).GetRawText())!;

        // What sent the command is told only where it said so.
        (theirs["body"] as JsonObject)?.Remove("clientUserAgent");
        (theirs["body"]?["body"] as JsonObject)?.Remove("clientUserAgent");
        AssertLike(JsonElement.Parse(theirs.ToJsonString()), await bench.SendAsync(bench.Prowlarr, HttpMethod.Post, "command", Sent(recording)));
    }

    [Fact]
    public async Task The_kinds_of_indexers()
    {
        var schemas = (await bench.GetAsync(bench.Prowlarr, "indexer/schema")).Body.EnumerateArray().ToList();
        var torznab = schemas.Single(schema => schema.GetProperty("implementation").GetString() == "Torznab");
        AssertAlike(Recording.Read("prowlarr-schema-torznab"), torznab, isSameFields: true);
        Assert.Equal(["Newznab", "Torznab", "Cardigann"], schemas.Select(schema => schema.GetProperty("implementation").GetString()));
    }

    [Theory]
    [InlineData("prowlarr-badjson", "{\"enable\": \"x\", ")]
    [InlineData("radarr-nobody", "")]
    public async Task A_body_that_is_none(string recording, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var (theirs, reply) = (Recording.Read(recording), await bench.SendTextAsync(bench.Of(recording), HttpMethod.Post, "indexer/test", content));
        Assert.Equal((theirs.GetProperty("status").GetInt32(), Type(theirs)), (reply.Status, reply.Type));
        Assert.Equal(
            theirs.GetProperty("body").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal),
            reply.Body.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    private static JsonObject Sent(string recording) => JsonNode.Parse(Recording.Read(recording).GetProperty("request").GetProperty("body").GetRawText())!.AsObject();

    private static string? Type(JsonElement recording) => recording.GetProperty("headers").GetProperty("Content-Type").GetString();

    private static void AssertLike(string recording, IndexerBench.Reply reply, bool isSameFields = true) => AssertLike(Recording.Read(recording), reply, isSameFields);

    private static void AssertLike(JsonElement theirs, IndexerBench.Reply reply, bool isSameFields = true)
    {
        Assert.Equal((theirs.GetProperty("status").GetInt32(), Type(theirs)), (reply.Status, reply.Type));
        AssertAlike(theirs.GetProperty("body"), reply.Body, isSameFields);
    }

    private static void AssertAlike(JsonElement theirs, JsonElement ours, bool isSameFields)
    {
        Assert.Equal(Recording.Shape(theirs, ours).Order(StringComparer.Ordinal), Recording.Shape(ours, theirs).Order(StringComparer.Ordinal));
        if (isSameFields)
        {
            Assert.Equal(Fields(theirs), Fields(ours));
        }
    }

    /// <summary>The members of each field of an indexer, or of the first of many.</summary>
    private static IEnumerable<string> Fields(JsonElement json)
    {
        var first = json.ValueKind is JsonValueKind.Array && json.GetArrayLength() > 0 ? json[0] : json;
        return first.ValueKind is JsonValueKind.Object && first.TryGetProperty("fields", out var fields)
            ? fields.EnumerateArray().Select(field =>
                $"{field.GetProperty("name").GetString()}: {string.Join(' ', field.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal))}")
            : [];
    }
}
