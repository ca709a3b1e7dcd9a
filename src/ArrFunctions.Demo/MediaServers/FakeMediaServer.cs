using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Demo.MediaServers;

/// <summary>What the fake media servers have in common: they check the key, remember what they were asked, and can be in trouble.</summary>
public abstract class FakeMediaServer : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<MediaServerRequest> requests = new();

    private protected FakeMediaServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        server = builder.Build();
        server.Use(ReceiveAsync);
        server.UseRouting();
    }

    /// <summary>Where it listens, or did.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Secret.</summary>
    public string ApiKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>All that came, in that order, with a wrong key too.</summary>
    public IReadOnlyList<MediaServerRequest> Requests => [.. requests];

    /// <summary>What happens to a request before it is looked at: it may take its time, and end with a status of its own.</summary>
    public Func<MediaServerRequest, CancellationToken, Task<int?>> Trouble { get; set; } = static (_, _) => Task.FromResult<int?>(null);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return server.DisposeAsync();
    }

    /// <summary>Nobody listens any more.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => server.StopAsync(cancellationToken);

    private protected abstract bool HasKey(HttpRequest request);

    private protected abstract void Map(WebApplication routes);

    private protected async Task ListenAsync(CancellationToken cancellationToken)
    {
        Map(server);
        await server.StartAsync(cancellationToken);
        Url = new(server.Urls.Single());
    }

    private async Task ReceiveAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var request = new MediaServerRequest(
            context.Request.Method, new Uri(context.Request.GetEncodedUrl()).PathAndQuery, await reader.ReadToEndAsync(context.RequestAborted));
        context.Request.Body.Position = 0;
        requests.Enqueue(request);
        if (await Trouble(request, context.RequestAborted) is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = status is >= 300 and < 400 ? "/elsewhere" : default;
            return;
        }

        if (!HasKey(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await next(context);
    }
}
