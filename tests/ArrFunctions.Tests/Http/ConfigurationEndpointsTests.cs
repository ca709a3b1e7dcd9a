using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

public sealed class ConfigurationEndpointsTests
{
    private const string Secret = "5ecret0123456789abcdef0123456789";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_switch_is_seen_by_the_services_of_the_running_host()
    {
        await using var bench = await HttpBench.StartAsync(dryRun: true);
        var audio = bench.Services.GetRequiredService<Live<AudioOptions>>();

        var answer = await bench.SendAsync(HttpMethod.Put, "config", HttpStatusCode.OK, """{"Audio:DryRun": false, "Jobs:Workers:Slow": 3}""");

        Assert.Equal(["live", "restart"], answer.GetProperty("settings").EnumerateArray().Select(setting => setting.GetProperty("effect").GetString()));
        Assert.False(audio.Value.DryRun);
        var shown = await bench.GetAsync("config");
        Assert.True(shown.GetProperty("needsRestart").GetBoolean());
        var setting = Find(shown, "Audio:DryRun");
        Assert.Equal(("false", "stored", true, false), (Text(setting, "value"), Text(setting, "source"), Is(setting, "isLive"), Is(setting, "isPending")));
        Assert.True(Is(Find(shown, "Jobs:Workers:Slow"), "isPending"));
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_all_findings_and_without_secrets()
    {
        await using var bench = await HttpBench.StartAsync();

        var problem = await bench.SendAsync(HttpMethod.Put, "config", HttpStatusCode.UnprocessableEntity, $$"""{"Audio:DryRun": "{{Secret}}", "Indexers:Heal:Strikes": 1}""");

        Assert.Equal("configInvalid", Text(problem, "code"));
        Assert.Equal(["Audio:DryRun", "Indexers:Heal:Strikes"], problem.GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "key")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Secret, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_never_sent()
    {
        await using var bench = await HttpBench.StartAsync();

        var answer = await bench.SendAsync(HttpMethod.Put, "config", HttpStatusCode.OK, $$"""{"Tmdb:ApiKey": "{{Secret}}"}""");

        var shown = await bench.GetAsync("config");
        Assert.DoesNotContain(Secret, $"{answer}{shown}", StringComparison.Ordinal);
        Assert.True(Is(Find(shown, "Tmdb:ApiKey"), "isSet"));
    }

    [Fact]
    public async Task An_old_ETag_is_refused()
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        using var seen = await client.GetAsync(new Uri("/api/config", UriKind.Relative), Cancellation);
        var etag = seen.Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.OK, await PutAsync(client, etag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutAsync(client, etag));
    }

    [Theory]
    [InlineData("PUT", "config", "[]", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("PUT", "config", "", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("PUT", "config", """{"Audio": {"DryRun": false}}""", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("PUT", "config", """{"Webhooks:Secret": "\ud800"}""", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("PUT", "config", """{"\ud800": true}""", HttpStatusCode.BadRequest, "bodyMalformed")]
    public async Task A_body_that_is_something_else_is_refused(string method, string path, string body, HttpStatusCode status, string code)
    {
        await using var bench = await HttpBench.StartAsync();

        Assert.Equal(code, Text(await bench.SendAsync(new HttpMethod(method), path, status, body), "code"));
    }

    [Theory]
    [InlineData("PUT", "config")]
    [InlineData("POST", "config/validate")]
    public async Task Ten_megabytes_are_not_read(string method, string path)
    {
        await using var bench = await HttpBench.StartAsync();

        Assert.Equal("bodyTooLarge", Text(await bench.SendAsync(new HttpMethod(method), path, HttpStatusCode.RequestEntityTooLarge, new string(' ', 10 * 1024 * 1024)), "code"));
    }

    [Fact]
    public async Task A_candidate_is_checked_and_not_taken()
    {
        await using var bench = await HttpBench.StartAsync();

        var right = await bench.PostAsync("config/validate", "Audio:\n  DryRun: false\n");
        var wrong = await bench.PostAsync("config/validate", """{"Audio": {"DryRun": "perhaps"}}""");
        var bomb = await bench.PostAsync("config/validate", "a: &a [x]\nb: [*a, *a]\n");

        Assert.True(right.GetProperty("isValid").GetBoolean());
        Assert.Equal("noRoots", Text(Assert.Single(right.GetProperty("findings").EnumerateArray()), "code"));
        var finding = Assert.Single(wrong.GetProperty("findings").EnumerateArray());
        Assert.Equal(("invalidValue", "Audio:DryRun", 1), (Text(finding, "code"), Text(finding, "key"), finding.GetProperty("line").GetInt32()));
        Assert.Equal("notReadable", Text(Assert.Single(bomb.GetProperty("findings").EnumerateArray()), "code"));
        Assert.False(Is(Find(await bench.GetAsync("config"), "Audio:DryRun"), "isPending"));
    }

    [Fact]
    public async Task Whom_a_candidate_names_is_asked_on_demand()
    {
        await using var bench = await HttpBench.StartAsync();
        const string Candidate = "SONARR_URL: http://127.0.0.1:1\nSONARR_API_KEY: abc\nOtlp:\n  Endpoint: http://127.0.0.1:1\n";

        Assert.Empty((await bench.PostAsync("config/validate", Candidate)).GetProperty("findings").EnumerateArray());
        var findings = (await bench.PostAsync("config/validate?connectivity=true", Candidate)).GetProperty("findings").EnumerateArray().ToList();

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal("connectionFailed", Text(finding, "code")));
    }

    [Fact]
    public async Task A_key_that_is_in_use_goes_to_nobody_whom_a_candidate_names()
    {
        await using var bench = await HttpBench.StartAsync();
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        await bench.SendAsync(HttpMethod.Put, "config", HttpStatusCode.OK, $$"""{"Tmdb:ApiKey": "{{Secret}}"}""");

        var answer = await bench.PostAsync("config/validate?connectivity=true", $"Tmdb:\n  Url: http://{stranger.LocalEndpoint}/3\n");

        Assert.Equal("keyElsewhere", Text(Assert.Single(answer.GetProperty("findings").EnumerateArray()), "code"));
        Assert.False(stranger.Pending());
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("/api/config", UriKind.Relative));
        request.Content = new StringContent("""{"Audio:KeepModifiedTime": true}""", Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static JsonElement Find(JsonElement view, string key) => view.GetProperty("settings").EnumerateArray().Single(setting => Text(setting, "key") == key);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Is(JsonElement element, string name) => element.GetProperty(name).GetBoolean();
}
