using System.Collections.Concurrent;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>A server on a free port that answers as a test wishes, and counts what it was asked.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<string> asked = new();
    private readonly RequestDelegate answer;

    private StubServer(WebApplication server, RequestDelegate answer)
    {
        (this.server, this.answer) = (server, answer);
        server.Run(AnswerAsync);
    }

    /// <summary>Method, path and query of every request.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public Uri Url => new(server.Urls.Single());

    public static async Task<StubServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var stub = new StubServer(builder.Build(), answer);
        await stub.server.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>One that gives the same answer to everything.</summary>
    public static Task<StubServer> StartAsync(int status, string body = "", string type = "application/json", string? location = null) =>
        StartAsync(context => ReplyAsync(context, status, body, type, location));

    public static Task ReplyAsync(HttpContext context, int status, string body = "", string type = "application/json", string? location = null)
    {
        context.Response.StatusCode = status;
        if (location is not null)
        {
            context.Response.Headers.Location = location;
        }

        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public Instance Instance(ServarrService service = ServarrService.Radarr) => InstanceAt(Url, service);

    public static Instance InstanceAt(Uri url, ServarrService service = ServarrService.Radarr) =>
        new() { Name = "films", Service = service, Url = url, ApiKey = "0123456789abcdef0123456789abcdef" };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        return answer(context);
    }
}
