using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What the fakes answer over HTTP.</summary>
public sealed class FakeServerTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly FakeServarrSettings settings = new() { Folder = "/nowhere", UrlBase = "/arr", ApiKey = "a-key" };
    private FakeSonarr sonarr = null!;
    private FakeRadarr radarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sonarr = await FakeSonarr.StartAsync(settings, Cancellation);
        radarr = await FakeRadarr.StartAsync(settings with { UrlBase = "" }, Cancellation);
    }

    public void Dispose() => http.Dispose();

    public async ValueTask DisposeAsync()
    {
        await sonarr.DisposeAsync();
        await radarr.DisposeAsync();
        Dispose();
    }

    [Fact]
    public async Task The_status_has_the_members_of_the_recorded_ones()
    {
        foreach (var (fake, name) in new[] { ((FakeServarr)sonarr, "sonarr"), (radarr, "radarr") })
        {
            using var response = await GetAsync(fake, "/api/v3/system/status", ("X-Api-Key", "a-key"));
            var recorded = Recording.Read($"{name}-system-status");
            var (theirs, ours) = (recorded.GetProperty("body"), JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)));
            Assert.Equal(Recording.Shape(theirs, ours).Order(StringComparer.Ordinal), Recording.Shape(ours, theirs).Order(StringComparer.Ordinal));
            Assert.All(["appName", "version"], member => Assert.Equal(theirs.GetProperty(member).GetString(), ours.GetProperty(member).GetString()));
            Assert.Equal(recorded.GetProperty("headers").GetProperty("Content-Type").GetString(), response.Content.Headers.ContentType?.ToString());
            Assert.Equal(theirs.GetProperty("version").GetString(), response.Headers.GetValues("X-Application-Version").Single());
        }
    }

    [Theory]
    [InlineData("/api/v3/system/status", "X-Api-Key", "a-key", 200)]
    [InlineData("/api/v3/system/status", "Authorization", "Bearer a-key", 200)]
    [InlineData("/api/v3/system/status?apikey=a-key", "X-Other", "x", 200)]
    [InlineData("/api/v3/system/status?apikey=wrong", "X-Api-Key", "a-key", 401)]
    [InlineData("/api/v3/system/status", "X-Api-Key", "wrong", 401)]
    [InlineData("/api/v3/system/status", "X-Other", "x", 401)]
    [InlineData("/api", "X-Other", "x", 401)]
    [InlineData("/api", "X-Api-Key", "a-key", 200)]
    [InlineData("/api/v3/nothing", "X-Api-Key", "a-key", 404)]
    [InlineData("/ping", "X-Other", "x", 200)]
    public async Task A_key_is_taken_where_the_real_ones_take_it(string path, string header, string value, int status)
    {
        using var response = await GetAsync(sonarr, path, (header, value));
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(status != 200, (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length == 0);
        Assert.Equal(status != 401, response.Headers.Contains("X-Application-Version"));
    }

    [Fact]
    public async Task Ping_and_the_root_of_the_api_answer_in_the_words_of_the_real_ones()
    {
        Assert.Equal("OK", await MemberAsync("/ping", "status"));
        Assert.Equal("v3", await MemberAsync("/api", "current"));

        async Task<string?> MemberAsync(string path, string name)
        {
            using var response = await GetAsync(radarr, path, ("X-Api-Key", "a-key"));
            return JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty(name).GetString();
        }
    }

    [Fact]
    public async Task Without_its_url_base_it_redirects()
    {
        using var response = await http.GetAsync(new Uri(sonarr.Url, "/ping?x=1"), Cancellation);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/arr/ping?x=1"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public void No_secret_shows_in_words()
    {
        var connection = new WebhookConnection(new("http://user:secret@host/hook?code=secret")) { Password = "secret" };
        Assert.DoesNotContain("secret", $"{connection}", StringComparison.Ordinal);
        Assert.DoesNotContain("a-key", $"{settings}", StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(FakeServarr fake, string path, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{fake.Url.ToString().TrimEnd('/')}{path}") { Headers = { { header.Name, header.Value } } };
        return await http.SendAsync(request, Cancellation);
    }
}
