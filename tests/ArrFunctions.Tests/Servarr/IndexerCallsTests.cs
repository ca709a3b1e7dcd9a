using System.Text;
using System.Text.Json.Nodes;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What is asked about indexers, and what is made of the answers.</summary>
public sealed class IndexerCallsTests
{
    private static readonly IndexerFlags Mixed = new(Rss: true, AutomaticSearch: false, InteractiveSearch: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sonarr-indexer-list", "torrent", "on")]
    [InlineData("radarr-indexer-list", "torrent", "on")]
    [InlineData("prowlarr-indexer-list", "torrent", "on")]
    public async Task Indexers_are_listed_with_what_they_are_used_for(string name, string protocol, string flags)
    {
        await using var server = await ReplayAsync(name);
        using var client = ClientOf(server, name);

        var indexers = await client.Indexers.ListAsync(Cancellation);

        Assert.NotEmpty(indexers);
        Assert.All(indexers, indexer =>
        {
            Assert.Equal((protocol, flags), (indexer.Protocol, indexer.Flags.ToString()));
            Assert.StartsWith("http://127.0.0.1:", indexer.BaseUrl, StringComparison.Ordinal);
            Assert.True(indexer.Id > 0);
        });
    }

    [Theory]
    [InlineData("Sonarr", """{"enableRss":true,"enableAutomaticSearch":false,"enableInteractiveSearch":true,"ids":[3]}""")]
    [InlineData("Radarr", """{"enableRss":true,"enableAutomaticSearch":false,"enableInteractiveSearch":true,"ids":[3]}""")]
    [InlineData("Prowlarr", """{"enable":true,"ids":[3]}""")]
    public async Task A_switch_says_nothing_but_the_flags_of_the_service(string service, string body)
    {
        var sent = new List<string>();
        await using var server = await StubServer.StartAsync(async context =>
        {
            sent.Add(await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation));
            await StubServer.ReplyAsync(context, 202, "[]");
        });
        using var client = ClientOf(server, service);

        await client.Indexers.SwitchAsync(3, Mixed, Cancellation);

        Assert.Equal([body], sent);
        Assert.EndsWith("/indexer/bulk", Assert.Single(server.Asked), StringComparison.Ordinal);
        Assert.StartsWith("PUT ", server.Asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sonarr-indexer-list", 405, "", "")]
    [InlineData("radarr-indexer-list", 404, "", "")]
    [InlineData("prowlarr-indexer-list", 404, "<html>", "text/html")]
    [InlineData("prowlarr-indexer-list", 405, "{}", "application/json")]
    public async Task An_instance_without_bulk_gets_the_whole_indexer_back_with_nothing_but_the_flags_changed(string name, int status, string body, string type)
    {
        var read = JsonNode.Parse(RecordedReply.Read(name).Body)![0]!.AsObject();
        read["memberOfTomorrow"] = JsonNode.Parse("""{"a":[1,null,{"b":"é ********"}],"c":12345678901234567890.5}""");
        string? saved = null;
        await using var server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("/bulk", StringComparison.Ordinal))
            {
                await StubServer.ReplyAsync(context, status, body, type);
                return;
            }

            saved = context.Request.Method == "PUT" ? await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation) : saved;
            await StubServer.ReplyAsync(context, context.Request.Method == "PUT" ? 202 : 200, read.ToJsonString());
        });
        using var client = ClientOf(server, name);

        await client.Indexers.SwitchAsync(7, IndexerFlags.Off, Cancellation);

        var root = server.Asked[0]["PUT ".Length..^"/bulk".Length];
        Assert.Equal([$"PUT {root}/bulk", $"GET {root}/7", $"PUT {root}/7?forceSave=true"], server.Asked);
        string[] flags = name.StartsWith("prowlarr", StringComparison.Ordinal) ? ["enable"] : ["enableRss", "enableAutomaticSearch", "enableInteractiveSearch"];
        var after = JsonNode.Parse(saved!)!.AsObject();
        foreach (var (member, value) in read)
        {
            var expected = flags.Contains(member) ? JsonValue.Create(value: false) : value;
            Assert.True(JsonNode.DeepEquals(expected, after[member]), $"{member} was {value}, and is {after[member]}.");
        }

        Assert.Equal(read.Count, after.Count);
        Assert.Contains(after["fields"]!.AsArray(), part => part!["value"] is JsonValue value && value.TryGetValue(out string? text) && text == "********");
    }

    [Theory]
    [InlineData("prowlarr-indexer-bulk-unknown-id", "Expected query to return 1 rows but returned 0")]
    [InlineData("prowlarr-indexer-404", "does not exist")]
    public async Task A_switch_that_is_refused_is_not_tried_in_another_way(string name, string words)
    {
        await using var server = await ReplayAsync(name);
        using var client = ClientOf(server, name);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.SwitchAsync(999, IndexerFlags.On, Cancellation));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Questions_of_prowlarr_are_read_without_their_urls()
    {
        await using var server = await ReplayAsync("prowlarr-history-since");
        using var client = ClientOf(server, "prowlarr");

        var asked = await client.Indexers.HistorySinceAsync(new DateTimeOffset(2026, 11, 21, 0, 30, 15, TimeSpan.FromHours(2)), Cancellation).ToListAsync(Cancellation);

        Assert.Equal("GET /api/v1/history/since?date=2026-11-20T22:30:15Z", Assert.Single(server.Asked));
        Assert.NotEmpty(asked);
        Assert.All(asked, question => Assert.True(question is { Id: > 0, IndexerId: > 0, EventType: not null, Data.ElapsedTime: not null }));
        Assert.Equal(asked.Select(question => question.Date).Order(), asked.Select(question => question.Date));
        Assert.DoesNotContain("http", string.Join(' ', asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_prowlarr_leaves_alone_is_listed()
    {
        await using var server = await ReplayAsync("prowlarr-indexerstatus-blocked");
        using var client = ClientOf(server, "prowlarr");

        var status = Assert.Single(await client.Indexers.StatusesAsync(Cancellation));

        Assert.Equal((1, true), (status.IndexerId, status.DisabledTill > status.MostRecentFailure));
    }

    [Fact]
    public async Task Counts_of_prowlarr_are_asked_for_a_time()
    {
        var counts = JsonNode.Parse(RecordedReply.Read("prowlarr-indexerstats").Body)!;
        var first = counts["indexers"]![0]!.AsObject();
        first.Single(member => member.Key is "numberOfGrabs").Value!.ReplaceWith(3);
        first.Single(member => member.Key is "numberOfFailedGrabs").Value!.ReplaceWith(1);
        await using var server = await StubServer.StartAsync(200, counts.ToJsonString());
        using var client = ClientOf(server, "prowlarr");
        var from = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

        var stats = await client.Indexers.StatsAsync(from, from.AddDays(2), Cancellation);

        Assert.Equal("GET /api/v1/indexerstats?startDate=2026-11-20T00:00:00Z&endDate=2026-11-22T00:00:00Z", Assert.Single(server.Asked));
        Assert.Equal([(1, 3, 1), (2, 0, 0)], stats.Select(of => (of.IndexerId, of.NumberOfGrabs, of.NumberOfFailedGrabs)));
    }

    [Fact]
    public async Task Kinds_of_indexers_come_with_all_their_members()
    {
        var one = JsonNode.Parse(RecordedReply.Resource("prowlarr-schema-torznab"))!;
        await using var server = await StubServer.StartAsync(200, $"[{string.Join(',', Enumerable.Repeat(one.ToJsonString(), 600))}]");
        using var client = ClientOf(server, "prowlarr");

        var count = 0;
        await foreach (var read in client.Indexers.SchemasAsync(Cancellation))
        {
            count++;
            Assert.True(JsonNode.DeepEquals(one, read));
        }

        Assert.Equal((600, "GET /api/v1/indexer/schema"), (count, Assert.Single(server.Asked)));
    }

    [Fact]
    public async Task A_new_indexer_is_sent_as_it_is()
    {
        var created = RecordedReply.Read("prowlarr-indexer-create");
        string? sent = null;
        await using var server = await StubServer.StartAsync(async context =>
        {
            sent = await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation);
            await StubServer.ReplyAsync(context, 201, created.Body);
        });
        using var client = ClientOf(server, "prowlarr");

        var saved = await client.Indexers.AddAsync(JsonNode.Parse(created.Sent.GetRawText())!.AsObject(), Cancellation);

        Assert.Equal(("POST /api/v1/indexer", "Demo A"), (Assert.Single(server.Asked), saved.Name));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(created.Sent.GetRawText()), JsonNode.Parse(sent!)));
    }

    [Fact]
    public async Task A_new_indexer_that_is_refused_is_told_without_what_was_attempted()
    {
        await using var server = await ReplayAsync("prowlarr-indexer-create-duplicate");
        using var client = ClientOf(server, "prowlarr");

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.AddAsync([], Cancellation));

        Assert.Equal(ServarrFault.Invalid, failure.Fault);
        Assert.Contains("Should be unique", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\":1},", "{\"id\":2,\"name\":\"a name of some length\"},", "with more than 64 MiB")]
    [InlineData("[{\"id\":1},{\"name\":\"", "a name without an end", "with more than 64 MiB")]
    public async Task A_list_without_end_is_not_kept_in_memory(string first, string next, string words)
    {
        await using var server = await EndlessAsync(first, next);
        using var client = ClientOf(server, "radarr");

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.ListAsync(Cancellation));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_without_end_is_not_kept_in_memory_and_many_items_are_no_fault()
    {
        var pad = new string(' ', 4096);
        await using var server = await EndlessAsync("[", $$"""{"id":2,"name":"x"},{{pad}}""");
        using var client = ClientOf(server, "prowlarr");
        Assert.Equal(6000, await client.Indexers.SchemasAsync(Cancellation).Take(6000).CountAsync(Cancellation));

        await using var endless = await EndlessAsync("[{\"id\":1},{\"name\":\"", "a name without an end");
        using var other = ClientOf(endless, "prowlarr");
        var failure = await Assert.ThrowsAsync<ServarrException>(async () => await other.Indexers.SchemasAsync(Cancellation).CountAsync(Cancellation));
        Assert.Contains("with more than 16 MiB", failure.Message, StringComparison.Ordinal);
    }

    private static Task<StubServer> EndlessAsync(string first, string next) => StubServer.StartAsync(async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(first, Cancellation);
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(next, 64)));
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block, context.RequestAborted);
        }
    });

    private static Task<StubServer> ReplayAsync(string name)
    {
        var recorded = RecordedReply.Read(name);
        return StubServer.StartAsync(recorded.Status, recorded.Body, recorded.ContentType);
    }

    private static ServarrClient ClientOf(StubServer server, string service)
    {
        var instance = server.Instance(Enum.Parse<ServarrService>(service.Split('-')[0], ignoreCase: true));
        return new(instance, [instance], TimeProvider.System);
    }
}
