using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>A collector on loopback that keeps what it is sent: OTLP over HTTP, as far as spans need it.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<byte[]> bodies = new();
    private readonly ConcurrentQueue<byte[]> everything = new();
    private readonly ConcurrentQueue<string> headers = new();

    private FakeCollector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        server = builder.Build();
        server.Run(KeepAsync);
    }

    /// <summary>Every body that came, metrics too.</summary>
    public IEnumerable<byte[]> Everything => everything;

    public string Url => server.Urls.Single();

    /// <summary>Every byte of every trace that came, as text.</summary>
    public string Text => string.Join('\n', bodies.Select(Encoding.Latin1.GetString));

    public IReadOnlyList<string> Authorizations => [.. headers];

    public IReadOnlyList<SentSpan> Spans => [.. bodies.SelectMany(body => SentSpan.Read(body))];

    public static async Task<FakeCollector> StartAsync()
    {
        var collector = new FakeCollector();
        await collector.server.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        everything.Enqueue(body.ToArray());
        if (context.Request.Path == "/v1/traces")
        {
            headers.Enqueue(context.Request.Headers.Authorization.ToString());
            bodies.Enqueue(body.ToArray());
        }
    }
}
