using System.IO.Compression;
using System.Net;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Servarr;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>What every answer carries, who may read it in a browser, and what is compressed.</summary>
public sealed class SafeAnswerTests
{
    private const string Dashboard = "https://dashboard.example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("health", HttpStatusCode.OK)]
    [InlineData("api/queue", HttpStatusCode.OK)]
    [InlineData("api/nothing", HttpStatusCode.NotFound)]
    [InlineData("api/batch?limit=x", HttpStatusCode.BadRequest)]
    public async Task Every_answer_has_the_headers_errors_too(string path, HttpStatusCode status)
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        using var answer = await client.GetAsync(path, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        AssertSafe(answer);
    }

    [Fact]
    public async Task No_other_origin_may_read_an_answer_unless_it_is_named()
    {
        await using var closed = await HttpBench.StartAsync();
        using var stranger = closed.Client();
        using var refused = await stranger.SendAsync(Preflight(Dashboard), Cancellation);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));

        await using var open = await HttpBench.StartAsync(with: options => options with { Http = new() { CorsOrigins = [Dashboard] } });
        using var client = open.Client();
        client.DefaultRequestHeaders.Remove("X-Api-Key");
        using var allowed = await client.SendAsync(Preflight(Dashboard), Cancellation);
        using var other = await client.SendAsync(Preflight("https://evil.example.org"), Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal([Dashboard], allowed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(allowed.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Data_is_compressed(string encoding)
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", encoding);
        using var answer = await client.GetAsync("api/schedules", Cancellation);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        Assert.StartsWith("{\"schedules\":", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_not_compressed_beside_the_name_that_was_sent()
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        using var answer = await client.PostAsync("api/keys", new StringContent("""{"name":"tv","role":"read"}"""), Cancellation);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_key_begins_ten_batches_a_minute_and_another_key_has_its_own_ten()
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        for (var batch = 0; batch < 10; batch++)
        {
            using var answer = await client.PostAsync("api/batch", new StringContent("{}"), Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var limited = await client.PostAsync("api/batch", new StringContent("{}"), Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("\"code\":\"batchRate\"", await limited.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        AssertSafe(limited);

        var text = KeyText.New();
        await bench.Services.GetRequiredService<KeyStore>().AddAsync(text, "bert", Role.Operate, "test", Cancellation);
        client.DefaultRequestHeaders.Remove("X-Api-Key");
        client.DefaultRequestHeaders.Add("X-Api-Key", text.Text);
        using var other = await client.PostAsync("api/batch", new StringContent("{}"), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Theory]
    [InlineData("api/webhook/sonarr/tv", "", HttpStatusCode.OK)]
    [InlineData("api/webhook/sonarr/TV", "", HttpStatusCode.OK)]
    [InlineData("api/webhook/sonarr", "http://tv:8989", HttpStatusCode.OK)]
    [InlineData("api/webhook/sonarr", "http://anime:8989", HttpStatusCode.Forbidden)]
    [InlineData("api/webhook/sonarr", "http://elsewhere:8989", HttpStatusCode.Forbidden)]
    [InlineData("api/webhook/sonarr/anime", "http://tv:8989", HttpStatusCode.Forbidden)]
    [InlineData("api/webhook/radarr", "", HttpStatusCode.Forbidden)]
    [InlineData("api/webhook/radarr/tv", "", HttpStatusCode.Forbidden)]
    public async Task A_bound_key_posts_for_its_own_instance_alone(string path, string applicationUrl, HttpStatusCode expected)
    {
        await using var bench = await HttpBench.StartAsync(with: options => options with
        {
            Servarr = new() { Instances = [Sonarr("tv"), Sonarr("anime")] },
        });
        var text = KeyText.New();
        await bench.Services.GetRequiredService<KeyStore>().AddAsync(
            text, new KeyGrant("webhook-tv", Role.Webhook) { Instance = "tv" }, "test", Cancellation);
        using var client = bench.Client();
        client.DefaultRequestHeaders.Remove("X-Api-Key");
        client.DefaultRequestHeaders.Add("X-Api-Key", text.Text);

        using var answer = await client.PostAsync(path, new StringContent($$"""{"eventType":"Test","applicationUrl":"{{applicationUrl}}"}"""), Cancellation);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static Instance Sonarr(string name) =>
        new() { Name = name, Service = ServarrService.Sonarr, Url = new($"http://{name}:8989"), ApiKey = "0123456789abcdef" };

    private static void AssertSafe(HttpResponseMessage answer)
    {
        string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal(SecurityHeaders.NothingAllowed, Header("Content-Security-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static HttpRequestMessage Preflight(string origin) => new(HttpMethod.Options, "api/queue")
    {
        Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "x-api-key" } },
    };
}
