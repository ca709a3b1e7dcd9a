using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>What stands where an application should, and quotes secrets in whatever it says.</summary>
internal sealed class HostileServarr : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<string> asked = new();
    private int turn;

    private HostileServarr()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    public Uri Url => new(server.Urls.Single());

    public PlantedSecret Key { get; } = PlantedSecret.New("API key of an instance that fails");

    /// <summary>What it quotes.</summary>
    public IReadOnlyList<PlantedSecret> Quoted { get; } =
    [
        PlantedSecret.New("key in a URL of a message"), PlantedSecret.New("passkey in a message"), PlantedSecret.New("password in a URL of a message"),
        PlantedSecret.New("bearer token in a message"), PlantedSecret.New("cookie in a message"), PlantedSecret.New("key in the path of a URL"), PlantedSecret.New("key in a redirect"),
        PlantedSecret.New("key in an encoded URL of a message"),
    ];

    /// <summary>The paths that it was asked for.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public static async Task<HostileServarr> StartAsync(CancellationToken cancellationToken)
    {
        var hostile = new HostileServarr();
        await hostile.server.StartAsync(cancellationToken);
        return hostile;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        asked.Enqueue(context.Request.Path);
        var place = Interlocked.Increment(ref turn) % 4;
        context.Response.StatusCode = place switch { 0 => 400, 1 => 500, 2 => 401, _ => 307 };
        context.Response.Headers.Location = $"https://tracker.example/login?apikey={Quoted[6].Value}";
        context.Response.Headers["X-Debug"] = $"apikey={Quoted[0].Value}";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"message":"{{Sentence}}","description":"System.Exception: {{Sentence}}\n at Indexer()","errorMessage":"{{Sentence}}"}""");
    }

    private string Sentence =>
        $"HTTP request failed: [401:Unauthorized] [GET] at [https://tracker.example/api?t=search&apikey={Quoted[0].Value}&passkey={Quoted[1].Value}] "
        + $"by https://user:{Quoted[2].Value}@tracker.example/ with Authorization: Bearer {Quoted[3].Value}, Cookie: session={Quoted[4].Value}; "
        + $"see https://tracker.example/rss/{Quoted[5].Value}/feed.xml or https%3A%2F%2Ftracker.example%2F%3Fapikey%3D{Quoted[7].Value}, key {Key.Value}";
}
