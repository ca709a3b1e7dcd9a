using System.Net;
using ArrFunctions.Ops.Access;
using ArrFunctions.Tests.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.Access.Sessions;

/// <summary>What a page of somebody else can have the browser do with the cookie: nothing.</summary>
public sealed class ForgedRequestTests : IAsyncLifetime
{
    private HttpBench bench = null!;
    private Browser browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await HttpBench.StartAsync();
        browser = new(bench);
        await browser.SignInAsync(bench.Key);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task Every_route_that_changes_something_needs_the_token()
    {
        var changing = bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null && !route.RoutePattern.RawText!.StartsWith("/api/webhook/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (route, method) => (Method: method, Path: route.RoutePattern.RawText!))
            .Where(route => route.Method is not "GET").ToList();
        Assert.True(changing.Count > 30);
        foreach (var (method, path) in changing)
        {
            using var response = await browser.RawAsync(new(method), path.TrimStart('/').Replace('{', 'x').Replace('}', 'x').Replace("?", "", StringComparison.Ordinal));
            var reply = await Reply.OfAsync(response);
            Assert.Equal((method, path, HttpStatusCode.Forbidden, "csrfMissing"), (method, path, reply.Status, reply.Code));
        }
    }

    [Fact]
    public async Task The_token_lets_a_change_through_and_nothing_that_looks_like_it()
    {
        Assert.Equal(HttpStatusCode.OK, (await browser.ChangeAsync(HttpMethod.Post, "queue/pause")).Status);
        using var other = new Browser(bench);
        await other.SignInAsync(bench.Key);
        foreach (var wrong in (string[])["", "x", other.Csrf, browser.Csrf[..^1], browser.Csrf + "A", browser.Csrf.ToUpperInvariant(), browser.Cookie.Split('=')[1]])
        {
            Assert.Equal("csrfMissing", (await browser.SendAsync(HttpMethod.Post, "queue/pause", ("X-CSRF-Token", wrong))).Code);
        }
    }

    [Theory]
    [InlineData("GET", "same-origin", null, true)]
    [InlineData("GET", "none", null, true)]
    [InlineData("GET", "cross-site", null, false)]
    [InlineData("GET", "same-site", null, false)]
    [InlineData("GET", "nonsense", null, false)]
    [InlineData("GET", null, "https://evil.example.org", true)] // it may read nothing: no answer names its origin
    [InlineData("POST", "same-origin", "http://localhost", true)]
    [InlineData("POST", "cross-site", "http://localhost", false)]
    [InlineData("POST", "same-site", "http://localhost", false)]
    [InlineData("POST", null, "http://localhost", true)]
    [InlineData("POST", null, "http://LOCALHOST:80", true)]
    [InlineData("POST", null, "https://localhost", false)]
    [InlineData("POST", null, "http://localhost:8080", false)]
    [InlineData("POST", null, "http://localhost.evil.example.org", false)]
    [InlineData("POST", null, "https://evil.example.org", false)]
    [InlineData("POST", null, "null", false)]
    public async Task The_cookie_counts_for_pages_of_this_program_alone(string method, string? site, string? origin, bool isFine)
    {
        var reply = await browser.ChangeAsync(
            new(method),
            method is "GET" ? "queue" : "queue/pause",
            [.. site is null ? [] : ((string, string)[])[("Sec-Fetch-Site", site)], .. origin is null ? [] : ((string, string)[])[("Origin", origin)]]);

        Assert.Equal(isFine ? HttpStatusCode.OK : HttpStatusCode.Forbidden, reply.Status);
        Assert.True(isFine || reply.Code is "crossSite");
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_the_own_origin_is_what_the_browser_sees()
    {
        await using var behind = await HttpBench.StartAsync(
            with: options => options with { Http = new() { TrustedProxies = [new(IPAddress.Loopback, 32)] } },
            services: services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(new FromLoopback()));
        using var page = new Browser(behind);
        (string, string)[] proxy = [("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "media.example.org"), ("X-Forwarded-Prefix", "/arr")];
        using var content = new StringContent($$"""{"key":"{{behind.Key}}"}""", mediaType: new("application/json"));
        using var signedIn = await page.RawAsync(HttpMethod.Post, "api/session", content, [.. proxy, ("Origin", "https://media.example.org")]);

        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Matches("path=/arr; secure; samesite=strict; httponly$", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")));
        using var foreign = new StringContent($$"""{"key":"{{behind.Key}}"}""", mediaType: new("application/json"));
        using var refused = await page.RawAsync(HttpMethod.Post, "api/session", foreign, [.. proxy, ("Origin", "http://localhost")]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_webhook_takes_no_cookie()
    {
        Assert.Equal("keyMissing", (await browser.ChangeAsync(HttpMethod.Post, "webhook/radarr")).Code);
        Assert.Equal("keyMissing", (await browser.GetAsync("webhook/00")).Code);
    }

    [Fact]
    public async Task A_key_in_a_header_needs_no_token_whatever_the_cookie()
    {
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Post, "queue/pause", ("X-Api-Key", bench.Key), ("Sec-Fetch-Site", "cross-site"))).Status);
        browser.Cookie = "arrfunctions-session=nonsense";
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Post, "queue/pause", ("X-Api-Key", bench.Key))).Status);
    }

    [Fact]
    public async Task A_wrong_key_beside_the_cookie_does_no_harm_and_beside_a_wrong_one_it_counts()
    {
        var attempts = bench.Services.GetRequiredService<FailedAttempts>();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("queue", ("X-Api-Key", KeyText.New().Text))).Status);
        Assert.Equal(0, attempts.Total);
        browser.Cookie = "arrfunctions-session=nonsense";
        Assert.Equal("keyWrong", (await browser.GetAsync("queue", ("X-Api-Key", KeyText.New().Text))).Code);
        Assert.Equal(1, attempts.Total);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cookie_that_another_program_on_the_host_set_locks_nobody_out(string value)
    {
        var right = browser.Cookie;
        foreach (var cookies in (string[])[$"{right}; arrfunctions-session={value}", $"arrfunctions-session={value}; {right}"])
        {
            browser.Cookie = cookies;
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("queue")).Status);
        }

        browser.Cookie = string.Join("; ", Enumerable.Repeat($"arrfunctions-session={value}", 10).Append(right));
        Assert.Equal("sessionEnded", (await browser.GetAsync("queue")).Code);
        browser.Cookie = $"arrfunctions-session={value}; {right}";
        Assert.Equal(HttpStatusCode.NoContent, (await browser.ChangeAsync(HttpMethod.Delete, "session")).Status);
        browser.Cookie = right;
        Assert.Equal("sessionEnded", (await browser.GetAsync("queue")).Code);
    }

    [Fact]
    public async Task Readiness_is_told_in_full_to_who_is_signed_in_and_open_routes_stay_open_with_any_cookie()
    {
        using var full = await browser.RawAsync(HttpMethod.Get, "health/ready");
        Assert.Contains("\"time\":", await full.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        browser.Cookie = "arrfunctions-session=nonsense";
        foreach (var path in (string[])["health", "health/ready", "openapi", ""])
        {
            using var open = await browser.RawAsync(HttpMethod.Get, path);
            Assert.Equal((path, HttpStatusCode.OK), (path, open.StatusCode));
        }
    }
}
