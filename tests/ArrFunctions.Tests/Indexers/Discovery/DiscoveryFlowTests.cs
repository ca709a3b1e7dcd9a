using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Indexers.Discovery;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Indexers.Discovery;

/// <summary>From a list over HTTP to an indexer in a Prowlarr.</summary>
public sealed class DiscoveryFlowTests : IAsyncLifetime
{
    private const string Secret = "s3cretS3cret0123";
    private readonly List<JsonObject> added = [];
    private StubServer source = null!;
    private StubServer prowlarr = null!;
    private string list = """[{"definitionName":"opensite"},{"implementation":"Torznab","baseUrl":"https://any.example","fields":{"apiPath":"/x"}}]""";
    private string indexers = "[]";
    private int status = StatusCodes.Status201Created;

    public async ValueTask InitializeAsync()
    {
        source = await StubServer.StartAsync(context => StubServer.ReplyAsync(context, 200, list));
        prowlarr = await StubServer.StartAsync(async context =>
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                added.Add((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject());
                await StubServer.ReplyAsync(
                    context, status, status is 201 ? """{"id":1}""" : """[{"propertyName":"","errorMessage":"Unable to connect to indexer","severity":"error"}]""");
                return;
            }

            await StubServer.ReplyAsync(context, 200, context.Request.Path.Value switch
            {
                "/api/v1/indexer/schema" => Schemas.Json,
                "/api/v1/indexer" => indexers,
                "/api/v1/appprofile" => """[{"id":4,"name":"Standard"}]""",
                _ => "{}",
            });
        });
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await prowlarr.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_source_nothing_is_asked()
    {
        await using var bench = await StartAsync(new());

        Assert.Equal("no list is configured in Indexers:Discovery:Sources", Text(await bench.PostAsync("schedules/indexer-discovery/run"), "lastOutcome"));
        Assert.Empty(prowlarr.Asked);
    }

    [Fact]
    public async Task What_fits_is_proposed_once_and_nothing_is_added()
    {
        await using var bench = await StartAsync(Options());

        Assert.Equal("2 found in 1 lists: 2 newly proposed, 0 refused, 0 there already", await RunAsync(bench));
        list = """{"all":[{"baseUrl":"http://open.example/"},{"definitionName":"OPENSITE"},{"implementation":"Torznab","baseUrl":"https://any.example/"}]}""";
        Assert.Equal("3 found in 1 lists: 0 newly proposed, 0 refused, 0 there already", await RunAsync(bench));

        Assert.Equal(
            [("Open Site", "https://open.example/", "proposed"), ("any.example", "https://any.example", "proposed")],
            (await ProposalsAsync(bench)).Select(each => (Text(each, "name"), Text(each, "baseUrl"), Text(each, "state"))).OrderByDescending(each => each.Item2));
        Assert.Empty(added);
        Assert.Equal(2, (await EventsAsync(bench, "indexer.proposed")).Count);
    }

    [Fact]
    public async Task What_Prowlarr_has_is_not_proposed_nor_any_longer()
    {
        await using var bench = await StartAsync(Options());
        await RunAsync(bench);
        indexers = """[{"id":9,"name":"Mine","implementation":"Torznab","fields":[{"name":"baseUrl","value":"http://any.example/"}]}]""";

        Assert.Equal("2 found in 1 lists: 0 newly proposed, 0 refused, 1 there already", await RunAsync(bench));
        Assert.Equal("Open Site", Text(Assert.Single(await ProposalsAsync(bench)), "name"));
    }

    [Fact]
    public async Task A_confirmed_proposal_is_added_with_the_template_of_Prowlarr_and_once()
    {
        await using var bench = await StartAsync(Options() with { DryRun = false });
        list = """[{"implementation":"Torznab","name":"Anything","baseUrl":"https://any.example","fields":{"apiPath":"/x"},"configContract":"Evil","tags":[1]}]""";
        await RunAsync(bench);
        var id = Text(Assert.Single(await ProposalsAsync(bench)), "id");

        var done = await bench.PostAsync($"indexers/discovery/{id}/confirm");

        Assert.Equal(("added", "it is switched off: enter its account or key in Prowlarr, then switch it on there"), (Text(done, "state"), Text(done, "reason")));
        var expected = JsonNode.Parse(Schemas.Json)![0]!.AsObject();
        (expected["name"], expected["enable"], expected["appProfileId"]) = ("Anything", false, 4);
        (expected["fields"]![0]!["value"], expected["fields"]![1]!["value"]) = ("https://any.example", "/x");
        expected.Remove("presets");
        Assert.True(JsonNode.DeepEquals(expected, Assert.Single(added)), added[0].ToJsonString());
        var again = await bench.PostAsync($"indexers/discovery/{id}/confirm", HttpStatusCode.Conflict);
        Assert.Equal(("notProposed", "Anything was added already."), (Text(again, "code"), Text(again, "detail")));
        Assert.Single(added);
        Assert.Equal("key:anna", Text(Assert.Single(await EventsAsync(bench, "indexer.added")), "actor"));
        Assert.Equal("alreadyAdded", Text(await bench.SendAsync(HttpMethod.Delete, $"indexers/discovery/{id}", HttpStatusCode.Conflict), "code"));
    }

    [Fact]
    public async Task A_public_site_is_added_switched_on()
    {
        await using var bench = await StartAsync(Options() with { DryRun = false });
        list = "https://open.example";
        await RunAsync(bench);

        await bench.PostAsync($"indexers/discovery/{Text(Assert.Single(await ProposalsAsync(bench)), "id")}/confirm");

        Assert.Equal(("Cardigann", true), (added[0]["implementation"]!.GetValue<string>(), added[0]["enable"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_dry_run_checks_and_adds_nothing()
    {
        await using var bench = await StartAsync(Options());
        await RunAsync(bench);
        var id = Text((await ProposalsAsync(bench)).Single(each => Text(each, "name") == "Open Site"), "id");

        var answer = await bench.PostAsync($"indexers/discovery/{id}/confirm", HttpStatusCode.Conflict);

        Assert.Equal(("dryRun", "Open Site fits and would be added to films, but Indexers:Discovery:DryRun is true."), (Text(answer, "code"), Text(answer, "detail")));
        Assert.Empty(added);
        indexers = """[{"id":9,"name":"Mine","implementation":"Cardigann","indexerUrls":["https://open.example/"]}]""";
        answer = await bench.PostAsync($"indexers/discovery/{id}/confirm", HttpStatusCode.Conflict);
        Assert.Equal(("notFit", "Open Site is not added: films has it already: Mine."), (Text(answer, "code"), Text(answer, "detail")));
    }

    [Fact]
    public async Task What_Prowlarr_does_not_take_stays_proposed()
    {
        await using var bench = await StartAsync(Options() with { DryRun = false });
        list = "https://open.example";
        await RunAsync(bench);
        var id = Text(Assert.Single(await ProposalsAsync(bench)), "id");
        status = StatusCodes.Status400BadRequest;

        var answer = await bench.PostAsync($"indexers/discovery/{id}/confirm", HttpStatusCode.BadGateway);

        Assert.Equal("notAdded", Text(answer, "code"));
        Assert.Contains("Unable to connect to indexer", Text(answer, "detail"), StringComparison.Ordinal);
        status = StatusCodes.Status201Created;
        Assert.Equal("added", Text(await bench.PostAsync($"indexers/discovery/{id}/confirm"), "state"));
    }

    [Fact]
    public async Task What_was_dismissed_is_not_proposed_again_and_not_added()
    {
        await using var bench = await StartAsync(Options() with { DryRun = false });
        list = "https://open.example";
        await RunAsync(bench);
        var id = Text(Assert.Single(await ProposalsAsync(bench)), "id");

        await DismissAsync(bench, id!);
        await RunAsync(bench);

        Assert.Equal("dismissed", Text(Assert.Single(await ProposalsAsync(bench)), "state"));
        Assert.Equal("Open Site was dismissed.", Text(await bench.PostAsync($"indexers/discovery/{id}/confirm", HttpStatusCode.Conflict), "detail"));
        Assert.Empty(added);
        Assert.Single(await EventsAsync(bench, "indexer.dismissed"));
    }

    [Fact]
    public async Task Refused_ones_are_shown_with_the_reason_and_forgotten_when_no_list_names_them()
    {
        await using var bench = await StartAsync(Options());
        list = "https://nobody.example\nhttps://mirror.example";
        Assert.Equal("2 found in 1 lists: 0 newly proposed, 2 refused, 0 there already", await RunAsync(bench));

        var refused = (await ProposalsAsync(bench)).Single(each => Text(each, "baseUrl") == "https://mirror.example");
        Assert.Equal(("refused", "its host mirror.example is not in Indexers:Discovery:AllowedHosts"), (Text(refused, "state"), Text(refused, "reason")));
        Assert.Equal("notProposed", Text(await bench.PostAsync($"indexers/discovery/{Text(refused, "id")}/confirm", HttpStatusCode.Conflict), "code"));

        list = "# none";
        await RunAsync(bench);
        Assert.Empty(await ProposalsAsync(bench));
    }

    [Fact]
    public async Task No_secret_of_a_list_is_kept_or_shown()
    {
        await using var bench = await StartAsync(Options());
        list = $$$"""
            [{"implementation":"Torznab","baseUrl":"https://any.example/a","fields":{"apiKey":"{{{Secret}}}"}},
             {"implementation":"Torznab","baseUrl":"https://any.example/b","apiKey":"{{{Secret}}}"},
             {"implementation":"Torznab","baseUrl":"https://any.example/c?apikey={{{Secret}}}"},
             {"implementation":"Torznab","baseUrl":"https://any.example/{{{Secret}}}/d"},
             {"implementation":"Torznab","baseUrl":"https://anna:{{{Secret}}}@any.example/e"},
             {"implementation":"Torznab","baseUrl":"https://any.example/f","fields":{"apiPath":"/api?t={{{Secret}}}"}},
             {"implementation":"apikey={{{Secret}}}","name":"apikey={{{Secret}}}"}]
            """;

        Assert.Equal("7 found in 1 lists: 0 newly proposed, 7 refused, 0 there already", await RunAsync(bench));

        var shown = (await bench.GetAsync("indexers/discovery")).GetRawText() + (await bench.GetAsync("events")).GetRawText() + (await bench.GetAsync("schedules")).GetRawText();
        Assert.DoesNotContain(Secret, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_list_that_cannot_be_read_is_told_beside_the_others_and_forgets_nothing()
    {
        var gone = new Uri("http://127.0.0.1:1/list");
        await using var bench = await StartAsync(Options() with { Sources = [source.Url, gone] });

        Assert.Equal(
            "2 found in 1 lists: 2 newly proposed, 0 refused, 0 there already; http://127.0.0.1:1/list cannot be read: the connection was refused, nothing listens at this port",
            await RunAsync(bench));

        list = "<html>";
        var answer = await bench.PostAsync("schedules/indexer-discovery/run", HttpStatusCode.InternalServerError);
        Assert.Contains("it is a page, and no list in JSON or text; http://127.0.0.1:1/list cannot be read", Text(answer, "detail"), StringComparison.Ordinal);
        Assert.Equal(2, (await ProposalsAsync(bench)).Count);
    }

    [Theory]
    [InlineData(null, "there are 2 Prowlarrs: set Indexers:Discovery:Instance to one of films, second")]
    [InlineData("third", "Indexers:Discovery:Instance names 'third', and no Prowlarr is called so")]
    public async Task With_several_Prowlarrs_one_has_to_be_named(string? name, string why)
    {
        var first = prowlarr.Instance(ServarrService.Prowlarr);
        await using var bench = await StartAsync(Options() with { Instance = name }, first, first with { Name = "second" });

        Assert.EndsWith(why, Text(await bench.PostAsync("schedules/indexer-discovery/run", HttpStatusCode.InternalServerError), "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_proposal_is_not_found()
    {
        await using var bench = await StartAsync(Options());

        Assert.Equal("noSuchProposal", Text(await bench.PostAsync("indexers/discovery/0123/confirm", HttpStatusCode.NotFound), "code"));
        Assert.Equal("noSuchProposal", Text(await bench.SendAsync(HttpMethod.Delete, "indexers/discovery/a%23b", HttpStatusCode.NotFound), "code"));
    }

    private DiscoveryOptions Options() => new() { Sources = [source.Url], AllowedHosts = ["open.example", "any.example"] };

    private Task<HttpBench> StartAsync(DiscoveryOptions options, params Instance[] instances) => HttpBench.StartAsync(with: all => all with
    {
        Indexers = new() { Discovery = options },
        Servarr = new() { Instances = instances is [] ? [prowlarr.Instance(ServarrService.Prowlarr)] : instances },
    });

    private static async Task<string?> RunAsync(HttpBench bench) => Text(await bench.PostAsync("schedules/indexer-discovery/run"), "lastOutcome");

    private static async Task<List<JsonElement>> ProposalsAsync(HttpBench bench) =>
        [.. (await bench.GetAsync("indexers/discovery")).GetProperty("proposals").EnumerateArray()];

    private static async Task<List<JsonElement>> EventsAsync(HttpBench bench, string name)
    {
        await bench.MoveEventsAsync();
        return [.. (await bench.GetAsync("events?limit=100")).GetProperty("events").EnumerateArray().Where(told => Text(told, "name") == name)];
    }

    private static async Task DismissAsync(HttpBench bench, string id) => await bench.DeleteAsync($"indexers/discovery/{id}");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
