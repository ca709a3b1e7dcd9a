using System.Text.Json;

namespace ArrFunctions.Tests.Webhooks;

public sealed class WebhookEndpointsTests
{
    [Theory]
    [InlineData("POST", "webhook/radarr")]
    [InlineData("PUT", "webhook/radarr")]
    [InlineData("POST", "webhook/Radarr/radarr")]
    public async Task An_import_is_accepted_and_can_be_looked_up(string method, string path)
    {
        await using var server = await WebhookServer.StartAsync();

        var (status, body, policy) = await server.SendAsync(new(method), path, RecordedWebhooks.Body("webhook-radarr-03-Download.json"));
        var webhookId = body.GetProperty("webhookId").GetString();
        var looked = await server.SendAsync(HttpMethod.Get, $"webhook/{webhookId}");

        Assert.Equal((202, "Webhook", 1), (status, policy!, body.GetProperty("filesQueued").GetInt32()));
        Assert.Equal(["webhookId", "jobIds", "filesQueued"], Members(body));
        Assert.Equal((200, "Read"), (looked.Status, looked.Policy!));
        Assert.Equal(["webhookId", "service", "instance", "eventType", "received", "status", "jobs"], Members(looked.Body));
        Assert.Equal(
            (webhookId, "radarr", "radarr", "Download", "accepted"),
            (looked.Body.GetProperty("webhookId").GetString(), looked.Body.GetProperty("service").GetString()!, looked.Body.GetProperty("instance").GetString()!,
                looked.Body.GetProperty("eventType").GetString()!, looked.Body.GetProperty("status").GetString()!));
        var job = Assert.Single(looked.Body.GetProperty("jobs").EnumerateArray());
        Assert.Equal(
            (body.GetProperty("jobIds")[0].GetString(), "queued", "Third Movie (2019)"),
            (job.GetProperty("jobId").GetString(), job.GetProperty("status").GetString()!, job.GetProperty("title").GetString()!));
    }

    [Fact]
    public async Task A_test_is_ignored_with_200_and_no_id()
    {
        await using var server = await WebhookServer.StartAsync();

        var (status, body, _) = await server.SendAsync(HttpMethod.Post, "webhook/sonarr", RecordedWebhooks.Body("webhook-sonarr-16-Test.json"));

        Assert.Equal((200, """{"status":"ignored","reason":"the test arrived"}"""), (status, Compact(body)));
    }

    [Fact]
    public async Task An_event_that_is_only_kept_is_ignored_with_200_and_an_id()
    {
        await using var server = await WebhookServer.StartAsync();

        var (status, body, _) = await server.SendAsync(HttpMethod.Post, "webhook/prowlarr", RecordedWebhooks.Body("webhook-prowlarr-17-Health.json"));
        var looked = await server.SendAsync(HttpMethod.Get, $"webhook/{body.GetProperty("webhookId").GetString()}");

        Assert.Equal((200, "ignored"), (status, body.GetProperty("status").GetString()!));
        Assert.Equal((200, "ignored", 0), (looked.Status, looked.Body.GetProperty("status").GetString()!, looked.Body.GetProperty("jobs").GetArrayLength()));
        Assert.Equal(body.GetProperty("reason").GetString(), looked.Body.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("webhook/radarr", """{"eventType":"Download","movieFile":{"id":1,"path":"D:\\a.mkv"}}""", 202)]
    [InlineData("webhook/radarr", """{"eventType":"Download","movieFile":{"id":1,"path":"/data/media/../a.mkv"}}""", 202)]
    [InlineData("webhook/radarr/nobody", """{"eventType":"Download","movieFile":{"id":1,"path":"/data/media/a.mkv"}}""", 200)]
    [InlineData("webhook/sonarr", """{"eventType":"Download","movieFile":{"id":1,"path":"/data/media/a.mkv"}}""", 200)]
    [InlineData("webhook/sonarr", """{"eventType":"Explosion"}""", 200)]
    [InlineData("webhook/sonarr", "{}", 200)]
    public async Task A_well_formed_event_is_never_an_error(string path, string body, int status)
    {
        await using var server = await WebhookServer.StartAsync();

        Assert.Equal(status, (await server.PostAsync(path, body)).Status);
    }

    [Theory]
    [InlineData("webhook/radarr", "", 400, "emptyBody")]
    [InlineData("webhook/radarr", "[]", 400, "notAnObject")]
    [InlineData("webhook/radarr", "{", 400, "malformedJson")]
    [InlineData("webhook/lidarr", "{}", 404, "unknownService")]
    [InlineData("webhook/0", "{}", 404, "unknownService")]
    public async Task What_is_no_event_is_a_problem_with_a_code(string path, string body, int status, string code)
    {
        await using var server = await WebhookServer.StartAsync();

        var answer = await server.PostAsync(path, body);

        Assert.Equal((status, code), (answer.Status, answer.Body.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413()
    {
        await using var server = await WebhookServer.StartAsync();

        var answer = await server.PostAsync("webhook/radarr", "{}".PadRight(2 * 1024 * 1024));

        Assert.Equal((413, "bodyTooLarge"), (answer.Status, answer.Body.GetProperty("code").GetString()!));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task The_content_type_does_not_matter(string contentType)
    {
        await using var server = await WebhookServer.StartAsync();

        var answer = await server.SendAsync(HttpMethod.Post, "webhook/radarr", RecordedWebhooks.Body("webhook-radarr-10-Download.json"), contentType);

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task A_signed_request_that_is_replayed_is_answered_as_the_first_time()
    {
        await using var server = await WebhookServer.StartAsync();
        var body = RecordedWebhooks.Body("webhook-radarr-15-Health.json");

        var first = await server.SendAsync(HttpMethod.Post, "webhook/radarr", body, signature: "one");
        var again = await server.SendAsync(HttpMethod.Post, "webhook/radarr", body, signature: "one");
        var other = await server.SendAsync(HttpMethod.Post, "webhook/radarr", body, signature: "two");

        Assert.Equal(Compact(first.Body), Compact(again.Body));
        Assert.NotEqual(Compact(first.Body), Compact(other.Body));
    }

    [Theory]
    [InlineData("webhook/00000000000000000000000000000000")]
    [InlineData("webhook/sonarr")]
    [InlineData("webhook/..%2F..%2Fx")]
    public async Task An_event_that_is_not_there_is_404(string path)
    {
        await using var server = await WebhookServer.StartAsync();

        var answer = await server.SendAsync(HttpMethod.Get, path);

        Assert.Equal((404, "unknownWebhook"), (answer.Status, answer.Body.GetProperty("code").GetString()!));
    }

    [Theory]
    [InlineData("PATCH", "webhook/sonarr")]
    [InlineData("DELETE", "webhook/sonarr/main")]
    [InlineData("GET", "webhook/sonarr/main")]
    public async Task Other_methods_are_not_allowed(string method, string path)
    {
        await using var server = await WebhookServer.StartAsync();

        Assert.Equal(405, (await server.SendAsync(new(method), path)).Status);
    }

    private static IEnumerable<string> Members(JsonElement body) => body.EnumerateObject().Select(member => member.Name);

    private static string Compact(JsonElement body) => JsonSerializer.Serialize(body);
}
