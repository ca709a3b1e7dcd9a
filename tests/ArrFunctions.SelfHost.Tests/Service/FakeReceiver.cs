using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Takes notifications on loopback, and refuses them while it is told to.</summary>
internal sealed class FakeReceiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<string> taken = new();
    private int refused;
    private volatile bool isDown;

    private FakeReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    public string Url => $"{server.Urls.Single()}/hook";

    public bool IsDown
    {
        get => isDown;
        set => isDown = value;
    }

    public int Refused => Volatile.Read(ref refused);

    /// <summary>The bodies that it took, in their order.</summary>
    public IReadOnlyList<string> Taken => [.. taken];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FakeReceiver> StartAsync()
    {
        var receiver = new FakeReceiver();
        await receiver.server.StartAsync(Cancellation);
        return receiver;
    }

    /// <summary>Waits until something has happened here; the test has an end of its own.</summary>
    public async Task UntilAsync(Func<FakeReceiver, bool> happened)
    {
        while (!happened(this))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (isDown)
        {
            Interlocked.Increment(ref refused);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        taken.Enqueue(body);
    }
}
