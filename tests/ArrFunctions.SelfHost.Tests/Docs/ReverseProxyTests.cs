using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Shared;
using YamlDotNet.RepresentationModel;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>The files of docs/proxies do what docs/proxies.md says, in the real programs before the running service.</summary>
public sealed class ReverseProxyTests : IAsyncLifetime
{
    private readonly ServiceFolder folder = new();
    private ServiceProcess service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await ServiceProcess.StartAsync(folder.Data, ("Http__TrustedProxies", "127.0.0.1"), ("Webhooks__MaxBody", "8MiB"));

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("nginx", "https://arrfunctions.example.org/")]
    [InlineData("nginx", "https://media.example.org/arrfunctions/")]
    [InlineData("caddy", "https://arrfunctions.example.org/")]
    [InlineData("caddy", "https://media.example.org/arrfunctions/")]
    [InlineData("apache2", "https://arrfunctions.example.org/")]
    [InlineData("apache2", "https://media.example.org/arrfunctions/")]
    public async Task Behind_a_proxy_somebody_signs_in_and_follows_events(string program, string address)
    {
        Assert.SkipUnless(Tools.Has(program), $"{program} is not installed.");
        await using var proxy = await ReverseProxy.StartAsync(program, service.Address);
        using var handler = proxy.Browser();
        using var browser = new HttpClient(handler) { BaseAddress = new(address) };
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example.org");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");

        await ShowsThePageAsync(browser);
        await SignInAsync(browser, handler);
        Assert.Contains("127.0.0.2", await SignInEventAsync(browser), StringComparison.Ordinal);
        await FollowsEventsAsync(browser);
        await TakesLargeEventsAsync(browser);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    [InlineData("apache2")]
    public async Task The_path_without_its_slash_leads_to_the_page(string program)
    {
        Assert.SkipUnless(Tools.Has(program), $"{program} is not installed.");
        await using var proxy = await ReverseProxy.StartAsync(program, service.Address);
        using var handler = proxy.Browser();
        using var browser = new HttpClient(handler);
        using var answer = await browser.GetAsync(new Uri("https://media.example.org/arrfunctions"), Cancellation);
        Assert.InRange((int)answer.StatusCode, 301, 308);
        Assert.Equal("/arrfunctions/", new Uri(new("https://media.example.org"), answer.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public void What_a_router_of_Traefik_names_is_there()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read("docs/proxies/traefik.yml")));
        var http = (YamlMappingNode)stream.Documents.Single().RootNode["http"];
        Assert.All(((YamlMappingNode)http["routers"]).Children.Values, router =>
        {
            Assert.Contains(router["service"], ((YamlMappingNode)http["services"]).Children.Keys);
            Assert.All((YamlSequenceNode)router["middlewares"], name => Assert.Contains(name, ((YamlMappingNode)http["middlewares"]).Children.Keys));
        });
    }

    private static async Task ShowsThePageAsync(HttpClient browser)
    {
        using var page = await browser.GetAsync("", Cancellation);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        var script = (await page.Content.ReadAsStringAsync(Cancellation)).Split('"').FirstOrDefault(part => part.Contains("assets/", StringComparison.Ordinal));
        using var asset = await browser.GetAsync(script ?? "health", Cancellation); // A build without Node.js has no script.
        Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
    }

    /// <summary>As a browser that tells no Sec-Fetch-Site: by the Origin, which has to be what the proxy tells of scheme and host.</summary>
    private async Task SignInAsync(HttpClient browser, SocketsHttpHandler handler)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/session") { Content = JsonContent.Create(new { key = ServiceClient.InitialKey(folder.Data) }) };
        request.Headers.Add("Origin", browser.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await browser.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(handler.CookieContainer.GetAllCookies());
        Assert.Equal((true, true, browser.BaseAddress.AbsolutePath.TrimEnd('/') is "" ? "/" : browser.BaseAddress.AbsolutePath.TrimEnd('/')), (cookie.HttpOnly, cookie.Secure, cookie.Path));
    }

    private static async Task<string> SignInEventAsync(HttpClient browser)
    {
        while (true)
        {
            var events = await browser.GetFromJsonAsync<JsonElement>("api/events?name=session.begun", Cancellation);
            if (events.GetProperty("events").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } told)
            {
                return told.ToString();
            }
        }
    }

    /// <summary>One that is held back by the proxy would never come while the answer goes on.</summary>
    private async Task FollowsEventsAsync(HttpClient browser)
    {
        await using var stream = await browser.GetStreamAsync("api/events/stream?name=key.created", Cancellation);
        using var lines = new StreamReader(stream);
        using var client = ServiceClient.Of(service, folder.Data);
        await client.PostAsync("api/keys", """{"name":"told","role":"read"}""");
        string? line;
        while ((line = await lines.ReadLineAsync(Cancellation)) is not null && !line.Contains("key.created", StringComparison.Ordinal))
        {
        }

        Assert.NotNull(line);
    }

    private async Task TakesLargeEventsAsync(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/webhook/radarr");
        request.Content = new StringContent($$"""{"eventType":"Test","padding":"{{new string('x', 4 << 20)}}"}""", Encoding.UTF8, "application/json");
        request.Headers.Add("X-Api-Key", ServiceClient.InitialKey(folder.Data));
        using var answer = await browser.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
