using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>The forwarder alone, behind a doorway as the worker has it, with routes made for the test.</summary>
public sealed class HttpForwarderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api/things/{id:int}", "api/things/7", "id=7")]
    [InlineData("api/things/stats", "api/things/stats", "")]
    public async Task The_endpoint_and_the_values_of_the_doorway_are_gone(string route, string path, string values)
    {
        using var host = await StartAsync(routes => routes.MapGet(route, (HttpContext context) =>
            $"{((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText} {string.Join(',', context.Request.RouteValues.Select(value => $"{value.Key}={value.Value}"))}"));
        using var client = host.GetTestClient();

        Assert.Equal($"{route} {values}", await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task A_path_without_a_route_gets_404_and_does_not_come_back_to_the_doorway()
    {
        using var host = await StartAsync(_ => { });
        using var client = host.GetTestClient();

        using var response = await client.GetAsync(new Uri("api/things/7", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_status_with_its_headers_and_its_body_comes_back()
    {
        using var host = await StartAsync(routes => routes.MapPost("api/things", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            return Results.Accepted("/api/things/7", await reader.ReadToEndAsync(context.RequestAborted));
        }));
        using var client = host.GetTestClient();

        using var response = await client.PostAsync(new Uri("api/things", UriKind.Relative), new StringContent("seven"), Cancellation);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/api/things/7", response.Headers.Location?.OriginalString);
        Assert.Equal("\"seven\"", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_stream_arrives_while_it_is_written()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = await StartAsync(routes => routes.MapGet("api/things/stream", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("first\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await received.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync("second\n", context.RequestAborted);
        }));
        using var client = host.GetTestClient();

        using var reader = new StreamReader(await client.GetStreamAsync(new Uri("api/things/stream", UriKind.Relative), Cancellation));

        Assert.Equal("first", await reader.ReadLineAsync(Cancellation));
        received.SetResult();
        Assert.Equal("second", await reader.ReadLineAsync(Cancellation));
    }

    private static async Task<IHost> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var host = new HostBuilder()
            .ConfigureWebHost(web => web.UseTestServer().Configure(app =>
            {
                var forwarder = new HttpForwarder(new ApplicationBuilder(app.ApplicationServices).UseRouting().UseEndpoints(map).Build());
                app.UseRouting();
                app.UseEndpoints(routes => routes.Map(
                    "api/things/{*rest}",
                    context => context.Items.TryAdd("doorway", null) ? forwarder.ForwardAsync(context) : throw new InvalidOperationException("The request came back to the doorway.")));
            }))
            .ConfigureServices(services => services.AddRouting())
            .Build();
        await host.StartAsync(Cancellation);
        return host;
    }
}
