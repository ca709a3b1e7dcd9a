using ArrFunctions.Indexers.Discovery;
using ArrFunctions.MediaServers;
using ArrFunctions.Ops.Http;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Metadata.Tmdb;
using ArrFunctions.Tests.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops;

/// <summary>Nobody who listens in this process reads a request of the product, and nobody who is asked gets more than was meant for him.</summary>
public sealed class OutgoingHttpTests
{
    private readonly string key = $"canary{Guid.NewGuid():n}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_key_is_heard_while_calls_succeed_fail_hang_and_are_refused()
    {
        using var listener = new Eavesdropper();
        var headers = new List<string>();
        var arrived = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(async context =>
        {
            lock (headers)
            {
                headers.AddRange(context.Request.Headers.Keys);
            }

            if (context.Request.Path.Value!.Contains("hang", StringComparison.Ordinal))
            {
                arrived.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            await StubServer.ReplyAsync(context, context.Request.Path.Value.EndsWith('5') ? 500 : 200, """{"appName":"Radarr"}""");
        });
        foreach (var url in (Uri[])[server.Url, new("http://127.0.0.1:1/")])
        {
            await AskAsync(url, listener);
        }

        using (var client = OutgoingHttp.Client(OutgoingHttp.Handler(), "peer"))
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
            var hanging = Record.ExceptionAsync(() => client.GetAsync(new Uri(server.Url, $"hang?apikey={key}"), stop.Token));
            await arrived.Task.WaitAsync(Cancellation);
            await stop.CancelAsync();
            listener.Hear(await hanging);
        }

        Assert.DoesNotContain(key, listener.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var sign in (string[])["ArrFunctions GET radarr", "url.path=movie/5", "http.response.status_code=500", "error.type=", "ArrFunctions GET plex", "System.Net.Http RequestStart"])
        {
            Assert.Contains(sign, listener.Text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(headers);
        Assert.DoesNotContain(headers, name => name.ToUpperInvariant() is "TRACEPARENT" or "TRACESTATE" or "BAGGAGE" or "REQUEST-ID" or "CORRELATION-CONTEXT");
    }

    [Fact]
    public void One_place_makes_what_sends_requests()
    {
        var makers = new DirectoryInfo(Repository.PathOf("src")).EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Where(file => !file.FullName.Contains("/obj/", StringComparison.Ordinal) && !file.FullName.Contains("ArrFunctions.Demo/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file.FullName) is var text
                && (text.Contains("new SocketsHttpHandler", StringComparison.Ordinal) || text.Contains("new HttpClientHandler", StringComparison.Ordinal)
                    || text.Contains("AddHttpClient", StringComparison.Ordinal) || text.Contains("SocketsHttpHandler Handler() => new()", StringComparison.Ordinal)))
            .Select(file => file.Name);

        Assert.Equal(["OutgoingHttp.cs"], makers);
    }

    private async Task AskAsync(Uri url, Eavesdropper listener)
    {
        var instance = StubServer.InstanceAt(url) with { Name = "radarr", ApiKey = key };
        using var servarr = new ServarrClient(instance, [instance], TimeProvider.System);
        foreach (var id in (int[])[1, 5])
        {
            listener.Hear(await Record.ExceptionAsync(() => servarr.MovieAsync(id, Cancellation)));
        }

        var plex = new MediaServer { Kind = MediaServerKind.Plex, Name = "plex", Url = url, ApiKey = key, PathMappings = [], Variable = "MediaServers__0" };
        using var media = new MediaServerHttp(plex, TimeProvider.System);
        listener.Hear(await Record.ExceptionAsync(() => media.SendAsync(HttpMethod.Get, $"library/5?X-Plex-Token={key}", json: null, Cancellation)));
        using var list = new SourceReader(TimeProvider.System);
        listener.Hear((await Record.ExceptionAsync(() => list.ReadAsync(new Uri(url, "list"), Cancellation)))?.Message);
    }
}
