using System.Net;
using System.Text.Json.Nodes;
using ArrFunctions.Ops.Access;
using ArrFunctions.Setup;
using ArrFunctions.Tests.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Setup;

public sealed class WebhookSetupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_connection_posts_here_with_a_key_of_its_own()
    {
        await using var bench = await SetupBench.StartAsync();

        var connected = Assert.IsType<WebhookSetupOutcome.Connected>(await bench.ConnectAsync());

        Assert.Equal(($"{bench.Url}api/webhook/radarr/films", true), (connected.Url, connected.IsNew));
        var connection = Assert.Single(await bench.ConnectionsAsync());
        Assert.Equal("ArrFunctions", (string?)connection["name"]);
        Assert.Equal(["initial", "webhook-films"], (await bench.KeyNamesAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(Role.Webhook, (await bench.Keys.ListAsync(Cancellation)).Single(key => key.Name == "webhook-films").Role);

        // What Radarr imports from now on arrives.
        await bench.FilmAsync("Harbour of Tin");
        Assert.Equal(HttpStatusCode.OK, (await bench.AskAsync(HttpMethod.Get, "jobs")).Status);
        Assert.Equal(1, (await bench.AskAsync(HttpMethod.Get, "jobs")).Body.GetProperty("jobs").GetArrayLength());
    }

    [Fact]
    public async Task Run_again_the_key_is_another_and_the_connection_the_same()
    {
        await using var bench = await SetupBench.StartAsync();
        await bench.ConnectAsync();
        var before = (await bench.Keys.ListAsync(Cancellation)).Single(key => key.Name == "webhook-films");

        var connected = Assert.IsType<WebhookSetupOutcome.Connected>(await bench.ConnectAsync());

        Assert.False(connected.IsNew);
        Assert.Single(await bench.ConnectionsAsync());
        Assert.NotEqual(before.Id, (await bench.Keys.ListAsync(Cancellation)).Single(key => key.Name == "webhook-films").Id);
        await bench.Radarr.SendHealthAsync(new("warning", "IndexerStatusCheck", "Indexers unavailable"), Cancellation);
    }

    [Fact]
    public async Task All_else_of_a_connection_that_was_made_by_hand_stays()
    {
        await using var bench = await SetupBench.StartAsync();
        await bench.AddConnectionAsync(ByHand($"{bench.Url}api/webhook/radarr"));

        var connected = Assert.IsType<WebhookSetupOutcome.Connected>(await bench.ConnectAsync());

        Assert.False(connected.IsNew);
        var connection = Assert.Single(await bench.ConnectionsAsync());
        Assert.Equal("by hand", (string?)connection["name"]);
        Assert.Equal("[3]", connection["tags"]!.ToJsonString());
        Assert.True((bool)connection["onGrab"]!);
        Assert.False((bool)connection["onMovieAdded"]!);
        Assert.Equal("X-Mine", (string?)Field(connection, "headers")![0]!["key"]);
        Assert.Equal((connected.Url, 1, "arrfunctions"), ((string?)Field(connection, "url"), (int)Field(connection, "method")!, (string?)Field(connection, "username")));
    }

    [Fact]
    public async Task A_test_that_does_not_arrive_leaves_everything_as_it_was()
    {
        await using var bench = await SetupBench.StartAsync();
        await bench.ConnectAsync();
        var (keys, connections) = (await bench.Keys.ListAsync(Cancellation), await bench.ConnectionsAsync());

        var failed = Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync(url: new("http://127.0.0.1:1")));

        Assert.Equal("webhookUnreachable", failed.Code);
        Assert.Contains("Unable to send test message", failed.Sentence, StringComparison.Ordinal);
        Assert.Contains("Nothing answers at http://127.0.0.1:1 here either", failed.Sentence, StringComparison.Ordinal);
        Assert.Equal(keys, await bench.Keys.ListAsync(Cancellation));
        Assert.Equal(connections.Select(connection => connection.ToJsonString()), (await bench.ConnectionsAsync()).Select(connection => connection.ToJsonString()));
        await bench.Radarr.TestAsync(Cancellation);
    }

    [Fact]
    public async Task An_address_where_the_key_is_not_known_is_told()
    {
        await using var bench = await SetupBench.StartAsync();
        await using var other = await SetupBench.StartAsync();

        var failed = Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync(url: other.Url));

        Assert.Equal("webhookUnreachable", failed.Code);
        Assert.Contains("[401:Unauthorized]", failed.Sentence, StringComparison.Ordinal);
        Assert.Contains("does not know the new key", failed.Sentence, StringComparison.Ordinal);
        Assert.Equal(["initial"], await bench.KeyNamesAsync());
    }

    [Fact]
    public async Task An_address_that_redirects_is_refused_because_the_test_would_pass_and_nothing_arrive()
    {
        await using var bench = await SetupBench.StartAsync();
        await using var proxy = await StubServer.StartAsync(StatusCodes.Status301MovedPermanently, location: "https://elsewhere/");

        var failed = Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync(url: proxy.Url));

        Assert.Equal("webhookRedirected", failed.Code);
        Assert.Empty(await bench.ConnectionsAsync());
        Assert.Equal(["GET /health"], proxy.Asked);
    }

    [Fact]
    public async Task A_wrong_key_of_the_instance_is_told()
    {
        await using var bench = await SetupBench.StartAsync(with: instance => instance with { ApiKey = "0123456789abcdef0123456789abcdef" });

        var failed = Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync());

        Assert.Equal("instanceKeyWrong", failed.Code);
        Assert.Contains("refused the API key (401)", failed.Sentence, StringComparison.Ordinal);
        Assert.Equal(["initial"], await bench.KeyNamesAsync());
    }

    [Fact]
    public async Task A_missing_url_base_of_the_instance_is_told()
    {
        await using var bench = await SetupBench.StartAsync(with: instance => instance with { Url = new(instance.Url, "/") });

        Assert.Equal("instanceUrlWrong", Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync()).Code);
    }

    [Fact]
    public async Task Another_application_at_the_URL_of_the_instance_gets_no_connection()
    {
        await using var sonarr = await StubServer.StartAsync(context =>
            StubServer.ReplyAsync(context, 200, context.Request.Path == "/api/v3/system/status" ? """{"appName":"Sonarr"}""" : "[]"));
        await using var bench = await SetupBench.StartAsync(with: instance => instance with { Url = sonarr.Url });

        var failed = Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync());

        Assert.Equal("instanceUrlWrong", failed.Code);
        Assert.Contains("is Sonarr, not Radarr", failed.Sentence, StringComparison.Ordinal);
        Assert.Equal(["GET /api/v3/system/status"], sonarr.Asked);
        Assert.Contains("is Sonarr, not Radarr", Assert.Single((await bench.CheckAsync()).Findings).Sentence, StringComparison.Ordinal);
        Assert.Equal(["initial"], await bench.KeyNamesAsync());
    }

    [Fact]
    public async Task An_address_that_answers_in_letters_that_nobody_knows_is_somebody_else()
    {
        await using var bench = await SetupBench.StartAsync();
        await using var other = await StubServer.StartAsync(200, "{}", "text/plain; charset=unheard-of");

        Assert.IsType<WebhookSetupOutcome.Connected>(await bench.ConnectAsync(url: other.Url));
    }

    [Fact]
    public async Task An_instance_that_does_not_exist_or_does_not_answer_is_told()
    {
        await using var bench = await SetupBench.StartAsync();

        Assert.Equal(
            new("unknownInstance", "There is no instance 'tv'. Configured are films, series, prowlarr."), Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync("tv")));
        Assert.Equal("instanceUnreachable", Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync("prowlarr")).Code);
    }

    [Fact]
    public async Task When_the_instance_falls_silent_while_it_saves_both_keys_are_kept_until_the_next_time()
    {
        var isSilent = true;
        await using var radarr = await StubServer.StartAsync(async context =>
        {
            var isSaving = context.Request.Method == "POST" && context.Request.Path == "/api/v3/notification";
            if (isSaving && isSilent)
            {
                context.Abort();
                return;
            }

            await StubServer.ReplyAsync(context, isSaving ? 201 : 200, context.Request.Path == "/api/v3/notification" && !isSaving ? "[]" : "{}");
        });
        await using var bench = await SetupBench.StartAsync(with: instance => instance with { Url = radarr.Url });

        var failed = Assert.IsType<WebhookSetupOutcome.Failed>(await bench.ConnectAsync());

        Assert.Equal("webhookUncertain", failed.Code);
        Assert.Contains(await bench.KeyNamesAsync(), name => name.StartsWith("webhook-films #", StringComparison.Ordinal));
        isSilent = false;
        Assert.IsType<WebhookSetupOutcome.Connected>(await bench.ConnectAsync());
        Assert.Equal(["initial", "webhook-films"], (await bench.KeyNamesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_key_is_logged_or_told()
    {
        await using var bench = await SetupBench.StartAsync();
        var connected = await bench.ConnectAsync();
        var failed = await bench.ConnectAsync(url: new("http://127.0.0.1:1"));
        var bodies = string.Concat((await bench.ConnectionsAsync()).Select(connection => connection.ToJsonString()));

        Assert.Contains("webhook/radarr/films", bodies, StringComparison.Ordinal);
        Assert.All(
            [bench.Radarr.ApiKey, "af_"],
            secret => Assert.All([bench.Logs.Text, $"{connected}", $"{failed}", bodies], text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    private static JsonObject ByHand(string url) => new()
    {
        ["name"] = "by hand",
        ["implementation"] = "Webhook",
        ["configContract"] = "WebhookSettings",
        ["onGrab"] = true,
        ["tags"] = new JsonArray(3),
        ["fields"] = new JsonArray(
            new JsonObject { ["name"] = "url", ["value"] = url },
            new JsonObject { ["name"] = "method", ["value"] = 2 },
            new JsonObject { ["name"] = "headers", ["value"] = new JsonArray(new JsonObject { ["key"] = "X-Mine", ["value"] = "1" }) }),
    };

    private static JsonNode? Field(JsonObject connection, string name) =>
        connection["fields"]!.AsArray().Single(field => (string?)field!["name"] == name)!["value"];
}
