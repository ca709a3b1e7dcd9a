using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Events that no honest sender sends.</summary>
public sealed class HostileEventTests : IAsyncLifetime
{
    private const string Secret = "between us two alone";
    private const string Health = """{"eventType":"Health","level":"warning","message":"an indexer fails","type":"IndexerStatusCheck"}""";

    private readonly ServiceFolder folder = new();
    private ServiceProcess service = null!;
    private ServiceClient client = null!;
    private ServiceClient stranger = null!;

    public static TheoryData<string, string> BadPaths => new()
    {
        { "/media/../etc/passwd", "unsafePath" },
        { "/media/./film.mkv", "unsafePath" },
        { "/media/film\0.mkv", "unsafePath" },
        { "/media/film\n.mkv", "unsafePath" },
        { "/etc/passwd", "outsideRoots" },
        { @"D:\TV\film.mkv", "noPathMapping" },
        { @"\\nas\tv\film.mkv", "noPathMapping" },
        { "film.mkv", "relativePath" },
        { "", "noPath" },
        { "/" + new string('a', 5000), "pathTooLong" },
    };

    public async ValueTask InitializeAsync()
    {
        service = await folder.StartAsync(("Webhooks__Secret", Secret));
        client = ServiceClient.Of(service, folder.Data);
        stranger = new(service.Address, key: null);
    }

    public async ValueTask DisposeAsync()
    {
        stranger.Dispose();
        client.Dispose();
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_body_that_is_no_event_is_refused_with_its_code()
    {
        (string Body, int Status, string? Code)[] cases =
        [
            ("", 400, "emptyBody"),
            ("{", 400, "malformedJson"),
            ("""{"eventType":"Test"} {}""", 400, "malformedJson"),
            ("<xml/>", 400, "malformedJson"),
            ("[]", 400, "notAnObject"),
            ("null", 400, "notAnObject"),
            ("\"Test\"", 400, "notAnObject"),
            (new string('[', 1000) + new string(']', 1000), 400, "malformedJson"),
            ($$"""{"eventType":"Test","overview":"{{new string('a', 2 * 1024 * 1024)}}"}""", 413, "bodyTooLarge"),
            ("{}", 200, null),
            ("""{"eventType":["Download"],"movieFile":5}""", 200, null),
            ("""{"eventType":"Download","movieFile":"film.mkv"}""", 200, null),
            ("""{"eventType":"Download","movieFile":[]}""", 200, null),
            ("""{"eventType":"Rename","renamedMovieFiles":{"id":"x"}}""", 200, null),
            ("""{"eventType":"MovieFileDelete","movieFile":{"id":1e400}}""", 200, null),
            ("""{"eventType":"\ud800"}""", 200, null),
            ("""{"\ud800":1}""", 200, null),
            ("""{"eventType":"Download","movieFile":{"id":1,"path":{"a":1},"size":-1}}""", 202, null),
        ];
        foreach (var (body, status, code) in cases)
        {
            var (answered, answer) = await client.PostAsync("api/webhook/radarr", body);
            var shown = body[..Math.Min(body.Length, 80)];
            Assert.Equal((shown, status, code), (shown, (int)answered, answer.TryGetProperty("code", out var told) ? told.GetString() : null));
        }

        Assert.Equal("healthy", (await client.GetAsync("health")).GetProperty("status").GetString());
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_and_ids_that_make_no_sense_are_refused()
    {
        foreach (var path in (string[])["jobs?limit=0", "jobs?limit=x", "jobs?limit=99999999999", "jobs?status=nothing", "jobs?cursor=%00", "events?cursor=~", "events?limit=-1"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"api/{path}");
            var (status, body) = await client.SendAsync(request);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, status));
            Assert.NotEqual("fault", body.GetProperty("code").GetString());
        }

        foreach (var id in (string[])["..%2f..%2fetc", "%00", "%ff", "'; DROP TABLE Jobs; --", new string('a', 4000), new string('0', 32)])
        {
            foreach (var path in (string[])[$"api/jobs/{id}", $"api/webhook/{id}"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                var (status, _) = await client.SendAsync(request);
                Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {status}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public async Task A_file_that_may_not_be_touched_is_a_skipped_job_with_its_reason(string path, string code)
    {
        var body = JsonNode.Parse(ImportEvent.Movie("/film.mkv", 1))!;
        body["movieFile"]!["path"] = path;

        var (status, answer) = await client.PostAsync("api/webhook/radarr", body.ToJsonString());

        Assert.Equal(HttpStatusCode.Accepted, status);
        var job = await client.GetAsync($"api/jobs/{answer.GetProperty("jobIds")[0].GetString()}");
        Assert.Equal(("skipped", code), (job.GetProperty("status").GetString(), job.GetProperty("code").GetString()));
        Assert.NotEmpty(job.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_leads_nowhere()
    {
        using var elsewhere = new ServiceFolder();
        var film = elsewhere.Film("film.mkv");
        var link = Path.Combine(folder.Media, "film.mkv");
        File.CreateSymbolicLink(link, film.Path);

        await client.PostAsync("api/webhook/radarr", ImportEvent.Movie(link, 1));
        await client.DrainAsync();

        film.AssertIsAsItWas();
        Assert.Equal("skipped", Assert.Single(await client.ListAsync("jobs")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_signature_lets_in_once()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

        var (first, answer) = await PostSignedAsync(Health, now, Sign(Secret, now, Health));
        var (_, again) = await PostSignedAsync(Health, now, Sign(Secret, now, Health));
        var (forged, _) = await PostSignedAsync(Health, now, Sign("another secret", now, Health));
        var (altered, _) = await PostSignedAsync(Health + " ", now, Sign(Secret, now, Health));
        var (old, _) = await PostSignedAsync(Health, now - 400, Sign(Secret, now - 400, Health));
        var (redated, _) = await PostSignedAsync(Health, now, Sign(Secret, now - 400, Health));

        Assert.Equal(HttpStatusCode.OK, first);
        Assert.Equal(answer.GetProperty("webhookId").GetString(), again.GetProperty("webhookId").GetString());
        Assert.All([forged, altered, old, redated], status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Single(await client.EventsAsync("health.issue", 1));
        Assert.DoesNotContain(Secret, service.Output, StringComparison.Ordinal);
    }

    private static string Sign(string secret, long timestamp, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostSignedAsync(string body, long timestamp, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/webhook/radarr");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("X-Webhook-Timestamp", $"{timestamp}");
        request.Headers.Add("X-Webhook-Signature", $"sha256={signature}");
        return await stranger.SendAsync(request);
    }
}
