using System.Net;
using ArrFunctions.Dashboard;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Ops.Access.Sessions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Dashboard;

/// <summary>What a browser gets before anybody signs in.</summary>
public sealed class DashboardEndpointsTests
{
    private const string Immutable = "public, max-age=31536000, immutable";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "text/html; charset=utf-8", "no-cache")]
    [InlineData("assets/app-0a1b2c3d.js", "text/javascript; charset=utf-8", Immutable)]
    [InlineData("assets/app-0a1b2c3d.css", "text/css; charset=utf-8", Immutable)]
    [InlineData("assets/icon-0a1b2c3d.svg", "image/svg+xml", Immutable)]
    [InlineData("assets/app-0a1b2c3d.webmanifest", "application/manifest+json", Immutable)]
    public async Task What_was_built_is_served_to_everybody(string path, string type, string cacheControl)
    {
        await using var bench = await StartAsync();
        using var stranger = bench.Stranger();
        using var answer = await stranger.GetAsync(path, Cancellation);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(cacheControl, string.Join(',', answer.Headers.GetValues("Cache-Control")));
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("require-corp", Assert.Single(answer.Headers.GetValues("Cross-Origin-Embedder-Policy")));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));

        using var head = await stranger.SendAsync(new(HttpMethod.Head, path), Cancellation);
        Assert.Equal((HttpStatusCode.OK, type), (head.StatusCode, head.Content.Headers.ContentType!.ToString()));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var bench = await StartAsync();
        using var stranger = bench.Stranger();
        using var first = await stranger.GetAsync("", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await stranger.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("no-cache", again.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Assets_are_compressed(string encoding)
    {
        await using var bench = await StartAsync();
        using var stranger = bench.Stranger("https");
        stranger.DefaultRequestHeaders.Add("Accept-Encoding", encoding);
        using var answer = await stranger.GetAsync("assets/app-0a1b2c3d.js", Cancellation);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.ToString());
    }

    [Theory]
    [InlineData("assets/app-00000000.js", HttpStatusCode.NotFound)]
    [InlineData("assets/index.html", HttpStatusCode.NotFound)]
    [InlineData("assets/..%2Findex.html", HttpStatusCode.NotFound)]
    [InlineData("assets/", HttpStatusCode.Unauthorized)]
    [InlineData("assets/more/app-0a1b2c3d.js", HttpStatusCode.Unauthorized)]
    [InlineData("index.html", HttpStatusCode.Unauthorized)]
    public async Task Nothing_else_is_there(string path, HttpStatusCode expected)
    {
        await using var bench = await StartAsync();
        using var stranger = bench.Stranger();
        using var answer = await stranger.GetAsync(path, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_program_without_it_says_so()
    {
        await using var bench = await HttpBench.StartAsync(services: services => services.AddSingleton(new DashboardFiles(typeof(string).Assembly)));
        using var stranger = bench.Stranger();
        using var answer = await stranger.GetAsync("", Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(DashboardEndpoints.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("docs/dashboard.md", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"openapi\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arr", HttpStatusCode.Redirect, "/arr/")]
    [InlineData("arr?view=now", HttpStatusCode.Redirect, "/arr/?view=now")]
    [InlineData("arr/", HttpStatusCode.OK, null)]
    [InlineData("", HttpStatusCode.OK, null)]
    public async Task A_prefix_without_its_slash_gets_it(string path, HttpStatusCode expected, string? location)
    {
        await using var bench = await StartAsync("/arr");
        using var stranger = bench.Stranger();
        using var answer = await stranger.GetAsync(path, Cancellation);

        Assert.Equal((expected, location), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/arr", "arr", "/arr/")]
    [InlineData("/arr", "arr/", null)]
    [InlineData("/arr", "", null)] // taken off by the proxy
    [InlineData("//evil.example.org", "", null)]
    [InlineData("/\\evil.example.org", "", null)]
    public async Task A_prefix_that_a_proxy_tells_leads_nowhere_else(string prefix, string path, string? location)
    {
        await using var bench = await HttpBench.StartAsync(
            with: options => options with { Http = new() { TrustedProxies = [new(IPAddress.Loopback, 32)] } },
            services: services => services.AddSingleton<IStartupFilter>(new FromLoopback()));
        using var stranger = bench.Stranger();
        stranger.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1");
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Prefix", prefix);
        using var answer = await stranger.GetAsync(path, Cancellation);

        Assert.Equal((location is null ? HttpStatusCode.OK : HttpStatusCode.Redirect, location), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static Task<HttpBench> StartAsync(string? pathBase = null) => HttpBench.StartAsync(
        with: options => options with { Http = new() { PathBase = pathBase } },
        services: services => services.AddSingleton(new DashboardFiles(typeof(DashboardEndpointsTests).Assembly)));
}
