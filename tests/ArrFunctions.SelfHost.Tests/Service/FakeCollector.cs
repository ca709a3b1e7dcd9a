using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>A collector on loopback that keeps what it is sent: OTLP over HTTP, as far as spans and metrics need it.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<byte[]> bodies = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();
    private readonly bool hangs;
    private readonly ConcurrentQueue<string> headers = new();

    private FakeCollector(bool hangs)
    {
        this.hangs = hangs;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        server = builder.Build();
        server.Run(KeepAsync);
    }

    /// <summary>Every body that came, metrics too.</summary>
    public IEnumerable<byte[]> Everything => bodies.Concat(metrics);

    public string Url => server.Urls.Single();

    /// <summary>Every byte of everything that came, as text.</summary>
    public string Text => string.Join('\n', bodies.Concat(metrics).Select(Encoding.Latin1.GetString));

    public IReadOnlyList<string> Authorizations => [.. headers];

    public IReadOnlyList<SentSpan> Spans => [.. bodies.SelectMany(body => SentSpan.Read(body))];

    public IReadOnlyList<SentMetric> Metrics => [.. metrics.SelectMany(body => SentMetric.Read(body))];

    /// <summary>How many requests came, those that get no answer among them.</summary>
    public int Count => headers.Count;

    /// <param name="hangs">It takes everything and never answers.</param>
    public static async Task<FakeCollector> StartAsync(bool hangs = false)
    {
        var collector = new FakeCollector(hangs);
        await collector.server.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        headers.Enqueue(context.Request.Headers.Authorization.ToString());
        (context.Request.Path == "/v1/traces" ? bodies : metrics).Enqueue(body.ToArray());
        if (hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
