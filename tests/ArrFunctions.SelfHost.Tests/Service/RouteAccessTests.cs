using System.Net;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Who is let in by the running service.</summary>
public sealed class RouteAccessTests : IAsyncLifetime
{
    private static readonly string[] UnknownPaths =
    [
        "POST /", "GET /index.html", "GET /assets", "GET /assets/", "POST /assets/app.js", "PUT /api/session", "GET /api/session/more", "GET /api", "GET /api/nothing", "POST /health", "GET /health/more", "GET /api/v1/health", "GET /admin/host/status", "PATCH /api/jobs",
        "GET /api/../../etc/passwd", "GET /initial-key", "GET /openapi/nothing", "OPTIONS /api/jobs", "POST /api/health",
    ];

    private readonly ServiceFolder folder = new();
    private ServiceProcess service = null!;

    public async ValueTask InitializeAsync() => service = await ServiceProcess.StartAsync(folder.Data, ("Access__Failures", "1000000"));

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_known_routes_are_all_that_there_are()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting()
            .AddSingleton<ITableStore, MemoryTableStore>().AddSingleton<ITableScan, MemoryTableStore>().AddSingleton<IWorkQueue, MemoryWorkQueue>().AddSingleton<IArtifactStore, MemoryArtifactStore>()
            .AddArrFunctions(new ArrFunctionsOptions(), folder.Media);
        await using var app = builder.Build();
        app.MapArrFunctions();

        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (route, method) => $"{method} {route.RoutePattern.RawText}");

        Assert.Equal(
            KnownRoute.All.Select(known => known.ToString()).Concat(KnownRoute.Open).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_shown_health_and_the_empty_page_and_nothing_else()
    {
        foreach (var key in (string?[])[null, "", "no key", "arrfn_" + new string('A', 43), ServiceClient.InitialKey(folder.Data)[..^1]])
        {
            using var stranger = new ServiceClient(service.Address, key);
            foreach (var request in KnownRoute.All.Select(known => known.Request()).Concat(Unknown()))
            {
                var (status, body) = await stranger.SendAsync(request);
                Assert.Equal((request.ToString(), HttpStatusCode.Unauthorized), (request.ToString(), status));
                Assert.StartsWith("key", body.GetProperty("code").GetString(), StringComparison.Ordinal);
            }

            Assert.Equal("healthy", (await stranger.GetAsync("health")).GetProperty("status").GetString());
            foreach (var (path, expected) in ((string, HttpStatusCode)[])[("", HttpStatusCode.OK), ("openapi", HttpStatusCode.OK), ("assets/nothing.js", HttpStatusCode.NotFound)])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                Assert.Equal((path, expected), (path, (await stranger.SendAsync(request)).Status));
            }
        }
    }

    [Fact]
    public async Task Each_role_is_let_in_where_it_may()
    {
        using var admin = ServiceClient.Of(service, folder.Data);
        foreach (var role in KnownRoute.RoleWords)
        {
            var (_, created) = await admin.PostAsync("api/keys", $$"""{"name":"{{role}}","role":"{{role}}"}""");
            using var client = new ServiceClient(service.Address, created.GetProperty("key").GetString());
            foreach (var known in KnownRoute.All)
            {
                using var request = known.Request();
                var (status, _) = await client.SendAsync(request);
                Assert.True(status < HttpStatusCode.InternalServerError, $"{role}, {known}: {status}");
                Assert.NotEqual(HttpStatusCode.Unauthorized, status);
                Assert.Equal((role, known, !known.Roles.Contains(role, StringComparer.Ordinal)), (role, known, status is HttpStatusCode.Forbidden));
            }
        }
    }

    [Fact]
    public async Task A_key_in_the_query_opens_webhooks_alone()
    {
        using var stranger = new ServiceClient(service.Address, key: null);
        var key = ServiceClient.InitialKey(folder.Data);

        var (toWebhook, _) = await stranger.PostAsync($"api/webhook/radarr?code={key}", """{"eventType":"Test"}""");
        var (toQueue, _) = await stranger.PostAsync($"api/queue/pause?code={key}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (toWebhook, toQueue));
        Assert.DoesNotContain(key, service.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<HttpRequestMessage> Unknown() =>
        UnknownPaths.Select(line => line.Split(' ')).Select(words => new HttpRequestMessage(new HttpMethod(words[0]), words[1]));
}
