using System.Net;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>Whom a request is counted for, whatever its headers say.</summary>
public sealed class ForwardedClientTests
{
    private static readonly HttpOptions Trusting = new() { TrustedProxies = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8"), new(IPAddress.Loopback, 32)] };

    [Theory]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")] // not from a proxy: spoofed
    [InlineData("10.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1")] // what stands left of the first hop that is not trusted was made up
    [InlineData("10.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2", "198.51.100.1")]
    [InlineData("10.0.0.1", "10.9.9.9, 10.0.0.2", "10.9.9.9")]
    [InlineData("10.0.0.1", "nonsense", "10.0.0.1")]
    [InlineData("10.0.0.1", "198.51.100.1, nonsense", "10.0.0.1")]
    [InlineData("10.0.0.1", "", "10.0.0.1")]
    [InlineData("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.1", "198.51.100.1:4711", "198.51.100.1")]
    [InlineData("fd00::1", "[2001:db8::7]:4711", "2001:db8::7")]
    [InlineData("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    public async Task The_client_is_the_first_from_the_right_that_is_no_trusted_proxy(string peer, string header, string client) =>
        Assert.Equal(client, (await PassAsync(Trusting, peer, ("X-Forwarded-For", header))).Connection.RemoteIpAddress!.ToString());

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    public async Task Nobody_is_trusted_unless_named_not_even_this_machine(string peer)
    {
        var context = await PassAsync(new(), peer, ("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/x"));

        Assert.Equal((peer, "http", ""), (context.Connection.RemoteIpAddress!.ToString(), context.Request.Scheme, context.Request.PathBase.Value));
    }

    [Fact]
    public async Task A_trusted_proxy_tells_scheme_host_and_prefix()
    {
        var context = await PassAsync(
            Trusting,
            "10.0.0.1",
            ("X-Forwarded-For", "198.51.100.1"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "media.example.org"),
            ("X-Forwarded-Prefix", "/arr"));

        Assert.Equal(
            ("https", "media.example.org", "/arr", "/api/queue"),
            (context.Request.Scheme, context.Request.Host.Value, context.Request.PathBase.Value, context.Request.Path.Value));
    }

    [Theory]
    [InlineData("/arr/", "/arr")]
    [InlineData("/a/b-c_d.e~f", "/a/b-c_d.e~f")]
    [InlineData("/arr, /arr", "/arr")]
    [InlineData("//evil.example.org", "")]
    [InlineData("/arr//evil.example.org", "")]
    [InlineData("/\\evil.example.org", "")]
    [InlineData("/%5cevil.example.org", "")]
    [InlineData("/arr\u0001", "")]
    [InlineData("/arr;Domain=example.org", "")]
    [InlineData("/../arr", "")]
    [InlineData("https://evil.example.org", "")]
    [InlineData("arr", "")]
    [InlineData("/", "")]
    [InlineData("", "")]
    [InlineData("/arr, //evil.example.org", "")]
    [InlineData("//evil.example.org, /arr", "")]
    public async Task A_prefix_is_a_plain_path_or_none(string told, string pathBase) =>
        Assert.Equal(pathBase, (await PassAsync(Trusting, "10.0.0.1", ("X-Forwarded-For", "198.51.100.1, 10.0.0.2"), ("X-Forwarded-Prefix", told))).Request.PathBase.Value);

    [Theory]
    [InlineData("/arr", "/arr", "")]
    [InlineData("/arr/api/queue", "/arr", "/api/queue")]
    [InlineData("/api/queue", "", "/api/queue")]
    [InlineData("/arrow/api", "", "/arrow/api")]
    public async Task A_prefix_that_a_proxy_leaves_is_taken_off(string path, string pathBase, string rest)
    {
        var seen = default((string?, string?));

        await PassAsync(new() { PathBase = "/arr" }, "203.0.113.9", path, request => seen = (request.PathBase.Value, request.Path.Value));

        Assert.Equal((pathBase, rest), seen);
    }

    [Fact]
    public async Task A_prefix_that_is_told_and_configured_is_taken_off_once()
    {
        var context = await PassAsync(Trusting with { PathBase = "/arr" }, "10.0.0.1", "/arr/api/queue", static _ => { }, ("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-Prefix", "/arr"));

        Assert.Equal(("/arr", "/api/queue"), (context.Request.PathBase.Value, context.Request.Path.Value));
    }

    private static Task<HttpContext> PassAsync(HttpOptions options, string peer, params (string Name, string Value)[] headers) =>
        PassAsync(options, peer, "/api/queue", static _ => { }, headers);

    private static async Task<HttpContext> PassAsync(
        HttpOptions options, string peer, string path, Action<HttpRequest> look, params (string Name, string Value)[] headers)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        ForwardedClient.Use(app, options);
        app.Run(context =>
        {
            look(context.Request);
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        (context.Request.Scheme, context.Request.Path) = ("http", path);
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        await app.Build()(context);
        return context;
    }
}
