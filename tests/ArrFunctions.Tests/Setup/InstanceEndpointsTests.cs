using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Setup;

public sealed class InstanceEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_added_instance_is_used_at_once_and_its_key_is_shown_nowhere()
    {
        await using var bench = await SetupBench.StartEmptyAsync();

        var (status, view) = await bench.AddRadarrAsync();

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("films", "stored", true, true, true), (Text(view, "name"), Text(view, "source"), Flag(view, "isEditable"), Flag(view, "hasKey"), Flag(view, "isUsed")));
        Assert.True(Flag((await bench.AskAsync(HttpMethod.Post, "instances/films/test")).Body, "isRight"));
        var (connected, connection) = await bench.AskAsync(HttpMethod.Post, "instances/films/webhook");
        Assert.Equal((HttpStatusCode.OK, $"{bench.Url}api/webhook/radarr/films"), (connected, Text(connection, "url")));

        var shown = string.Concat(
            view, (await bench.AskAsync(HttpMethod.Get, "instances")).Body, (await bench.AskAsync(HttpMethod.Get, "instances/films")).Body,
            (await bench.AskAsync(HttpMethod.Get, "config")).Body, string.Join('\n', await EventsAsync(bench)));
        Assert.DoesNotContain(bench.Radarr.ApiKey, shown + string.Join('\n', bench.Logs), StringComparison.Ordinal);
        Assert.Contains("instance.added", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("films", 409, "nameTaken")]
    [InlineData("sonarr", 409, "nameTaken")]
    [InlineData("Films", 422, "configInvalid")]
    [InlineData("test", 422, "configInvalid")]
    [InlineData("", 422, "configInvalid")]
    public async Task A_name_is_a_slug_that_nobody_has(string name, int status, string code)
    {
        await using var bench = await SetupBench.StartEmptyAsync(environment: each => [("SONARR_URL", each.Sonarr.Url.OriginalString), ("SONARR_API_KEY", each.Sonarr.ApiKey)]);
        await bench.AddRadarrAsync();

        var answer = await bench.AddRadarrAsync(name);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, Text(answer.Body, "code")));
        Assert.Equal(["sonarr", "films"], await NamesAsync(bench));
        Assert.DoesNotContain(bench.Radarr.ApiKey, answer.Body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"films","service":"radarr","url":"http://radarr"}""", 400, "bodyMalformed")]
    [InlineData("""{"name":"films","service":"radarr","url":"http://radarr","apiKey":"abc","more":1}""", 400, "bodyMalformed")]
    [InlineData("", 400, "bodyMalformed")]
    [InlineData("""{"name":"films","service":"lidarr","url":"http://radarr","apiKey":"abc"}""", 422, "configInvalid")]
    [InlineData("""{"name":"films","service":"radarr","url":"http://169.254.169.254","apiKey":"abc"}""", 422, "configInvalid")]
    [InlineData("""{"name":"films","service":"radarr","url":"http://radarr","apiKey":"a b"}""", 422, "configInvalid")]
    public async Task What_is_no_instance_is_not_stored(string body, int status, string code)
    {
        await using var bench = await SetupBench.StartEmptyAsync();

        var answer = await bench.AskAsync(HttpMethod.Post, "instances", body);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, Text(answer.Body, "code")));
        Assert.Empty(await NamesAsync(bench));
    }

    [Fact]
    public async Task Several_that_are_added_at_once_get_places_of_their_own_and_one_name_is_given_once()
    {
        await using var bench = await SetupBench.StartEmptyAsync();

        var answers = await Task.WhenAll(bench.AddRadarrAsync("one"), bench.AddRadarrAsync("two"), bench.AddRadarrAsync("two"));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.Equal(["one", "two"], (await NamesAsync(bench)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_server_gets_no_saved_key()
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await bench.AddRadarrAsync();
        var elsewhere = new UriBuilder(bench.Radarr.Url) { Port = 1 }.Uri;

        var refused = await bench.AskAsync(HttpMethod.Put, "instances/films", JsonSerializer.Serialize(new { url = elsewhere.OriginalString }));
        var around = await bench.AskAsync(HttpMethod.Put, "config", JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["Servarr:Instances:500:Url"] = elsewhere.OriginalString }));
        var below = await bench.AskAsync(HttpMethod.Put, "instances/films", JsonSerializer.Serialize(new { url = new Uri(bench.Radarr.Url, "/other").OriginalString }));
        var given = await bench.AskAsync(HttpMethod.Put, "instances/FILMS", JsonSerializer.Serialize(new { url = elsewhere.OriginalString, apiKey = "another-key" }));

        Assert.Equal((HttpStatusCode.BadRequest, "keyNeeded"), (refused.Status, Text(refused.Body, "code")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "keyNeeded"), (around.Status, Text(around.Body.GetProperty("findings")[0], "code")));
        Assert.Equal((HttpStatusCode.OK, new Uri(bench.Radarr.Url, "/other").OriginalString), (below.Status, Text(below.Body, "url")));
        Assert.Equal((HttpStatusCode.OK, elsewhere.OriginalString.TrimEnd('/')), (given.Status, Text(given.Body, "url")));
        Assert.Equal("another-key", Assert.Single(bench.Services.GetRequiredService<ServarrOptions>().Instances).ApiKey);
    }

    [Fact]
    public async Task What_another_source_sets_is_changed_there()
    {
        await using var bench = await SetupBench.StartEmptyAsync(environment: each => [("SONARR_URL", each.Sonarr.Url.OriginalString), ("SONARR_API_KEY", each.Sonarr.ApiKey)]);

        var view = (await bench.AskAsync(HttpMethod.Get, "instances")).Body.GetProperty("instances")[0];
        var changed = await bench.AskAsync(HttpMethod.Put, "instances/sonarr", """{"apiKey":"abc"}""");
        var removed = await bench.AskAsync(HttpMethod.Delete, "instances/sonarr");

        Assert.Equal(("environment", "SONARR_URL", false), (Text(view, "source"), Text(view, "place"), Flag(view, "isEditable")));
        Assert.Equal((HttpStatusCode.Conflict, "notEditable"), (changed.Status, Text(changed.Body, "code")));
        Assert.Equal((HttpStatusCode.Conflict, "notEditable"), (removed.Status, Text(removed.Body, "code")));
        Assert.Contains("SONARR_URL (environment)", Text(changed.Body, "detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.AskAsync(HttpMethod.Delete, "instances/none")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.AskAsync(HttpMethod.Put, "instances/none", """{"apiKey":"abc"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await bench.AskAsync(HttpMethod.Get, "instances/none")).Status);
    }

    [Fact]
    public async Task A_removed_instance_takes_its_mappings_and_its_key_along()
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await bench.AddRadarrAsync();
        await bench.AddRadarrAsync("other");
        await bench.AskAsync(HttpMethod.Post, "instances/films/webhook");
        await bench.AskAsync(HttpMethod.Put, "mappings", """{"instance":"films","mappings":[{"from":"/movies","to":"/data/movies"}]}""");

        Assert.Equal(HttpStatusCode.NoContent, (await bench.AskAsync(HttpMethod.Delete, "instances/films")).Status);

        Assert.Equal(["other"], await NamesAsync(bench));
        Assert.Empty(bench.Services.GetRequiredService<ServarrOptions>().PathMappings);
        Assert.Equal(["initial"], await bench.KeyNamesAsync());
        Assert.DoesNotContain(
            (await bench.AskAsync(HttpMethod.Get, "config")).Body.GetProperty("settings").EnumerateArray(), setting => Text(setting, "key").StartsWith("Servarr:Instances:500", StringComparison.Ordinal));
        Assert.Contains("instance.removed", (await EventsAsync(bench)).Select(told => told.Name));
    }

    [Fact]
    public async Task Mappings_of_an_instance_are_replaced_and_hold_at_once()
    {
        await using var bench = await SetupBench.StartEmptyAsync("/movies");
        await bench.AddRadarrAsync();
        await bench.AskAsync(HttpMethod.Put, "mappings", """{"instance":"films","mappings":[{"from":"/a","to":"/b"},{"from":"/c","to":"/d"}]}""");

        var (status, view) = await bench.AskAsync(HttpMethod.Put, "mappings", $$"""{"instance":"films","mappings":[{"from":"/movies","to":"{{bench.Media}}/films"}]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        var mapping = Assert.Single(view.GetProperty("mappings").EnumerateArray());
        Assert.Equal(("/movies", $"{bench.Media}/films", "films", "stored"), (Text(mapping, "from"), Text(mapping, "to"), Text(mapping, "instance"), Text(mapping, "source")));
        Assert.Equal(new PathMapping("/movies", $"{bench.Media}/films", "films"), Assert.Single(bench.Services.GetRequiredService<ServarrOptions>().PathMappings));
    }

    [Theory]
    [InlineData("""{"instance":"none","mappings":[]}""", 404, "unknownInstance")]
    [InlineData("""{"instance":"films","mappings":[{"from":"/movies"}]}""", 400, "bodyMalformed")]
    [InlineData("""{"instance":"films","mappings":[null]}""", 400, "bodyMalformed")]
    [InlineData("""{"instance":"films","mappings":[{"from":"/movies","to":"movies"}]}""", 422, "configInvalid")]
    public async Task Mappings_that_lead_nowhere_are_refused(string body, int status, string code)
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await bench.AddRadarrAsync();

        var answer = await bench.AskAsync(HttpMethod.Put, "mappings", body);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, Text(answer.Body, "code")));
        Assert.Empty(bench.Services.GetRequiredService<ServarrOptions>().PathMappings);
    }

    [Fact]
    public async Task One_whose_entry_is_not_whole_any_more_is_shown_and_can_be_repaired()
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await bench.AddRadarrAsync();
        var tables = bench.Services.GetRequiredService<ITableStore>();
        var row = (await tables.GetAsync("Settings", "settings", "current", Cancellation))!;
        var damaged = row.Content.Replace("\"Servarr:Instances:500:ApiKey\"", "\"Servarr:Instances:500:Gone\"", StringComparison.Ordinal);
        await tables.CommitAsync("Settings", "settings", [new TableChange.Replace("current", damaged, row.ETag)], Cancellation);
        await bench.AskAsync(HttpMethod.Post, "config/reload");

        var view = (await bench.AskAsync(HttpMethod.Get, "instances/films")).Body;
        Assert.Equal((false, false, true), (Flag(view, "hasKey"), Flag(view, "isUsed"), Flag(view, "isEditable")));
        var repaired = await bench.AskAsync(HttpMethod.Put, "instances/films", JsonSerializer.Serialize(new { apiKey = bench.Radarr.ApiKey }));
        Assert.Equal((HttpStatusCode.OK, true), (repaired.Status, Flag(repaired.Body, "isUsed")));
    }

    private static async Task<IReadOnlyList<EventRecord>> EventsAsync(SetupBench bench)
    {
        await bench.Services.GetRequiredService<OutboxMover>().RunAsync(Cancellation);
        return (await bench.Services.GetRequiredService<EventSearch>().ListAsync(EventFilter.All, 100, cursor: null, Cancellation)).Events;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(SetupBench bench) =>
        [.. (await bench.AskAsync(HttpMethod.Get, "instances")).Body.GetProperty("instances").EnumerateArray().Select(instance => Text(instance, "name"))];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static bool Flag(JsonElement json, string name) => json.GetProperty(name).GetBoolean();
}
