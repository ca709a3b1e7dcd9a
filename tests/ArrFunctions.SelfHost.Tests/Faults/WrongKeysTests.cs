using System.Net;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>Somebody tries keys, as fast as the answers come, from the same machine as the Sonarr that has the right one.</summary>
public sealed class WrongKeysTests(ITestOutputHelper output) : IDisposable
{
    private const int Connections = 8;

    private static readonly int Wrong = TestSettings.WrongKeys / Connections * Connections;

    /// <summary>Between one event and the next: more than any Sonarr sends.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>On two cores, of which others have a share.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    private readonly ServiceFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Wrong_keys_keep_no_event_of_the_right_one_out()
    {
        await using var service = await folder.StartAsync();
        using var admin = ServiceClient.Of(service, folder.Data);
        var (_, made) = await admin.PostAsync("api/keys", """{"name":"sonarr","role":"webhook"}""");
        using var sonarr = new ServiceClient(service.Address, made.GetProperty("key").GetString());
        var sender = new FaultSender(folder);
        Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(sonarr));
        var before = ProcessFigures.Of(service.Id);

        var trying = Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => TryKeysAsync(service.Address)));
        List<TimeSpan> times = [];
        while (!trying.IsCompleted)
        {
            var started = TimeProvider.System.GetTimestamp();
            Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(sonarr));
            times.Add(TimeProvider.System.GetElapsedTime(started));
            await Task.Delay(Pace, TimeProvider.System, Cancellation);
        }

        var statuses = (await trying).SelectMany(static one => one).CountBy(static status => status).ToDictionary();
        var after = ProcessFigures.Of(service.Id);
        var p99 = times.Order().ElementAt((int)(times.Count * 0.99));
        output.WriteLine(
            $"{times.Count} events beside {Wrong} wrong keys: p50 {times.Order().ElementAt(times.Count / 2).TotalMilliseconds:0.0} ms, p99 {p99.TotalMilliseconds:0.0} ms, at most {times.Max().TotalMilliseconds:0.0} ms; "
            + $"{string.Join(", ", statuses)}; memory {before.Resident >> 20} MiB before, {after.Resident >> 20} MiB after.");
        Assert.Equal(Wrong, statuses.Values.Sum());
        Assert.All(statuses.Keys, static status => Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests, $"{status}"));
        Assert.True(times.Count > 10 && p99 < Bound, $"{times.Count} events, p99 {p99}");
        Assert.True(after.Resident - before.Resident < 100 << 20, $"{before} {after}");
        await sender.AssertNothingIsLostAsync(admin);
    }

    /// <summary>Each key is another one, on half of the requests in the address of a webhook.</summary>
    private static async Task<List<HttpStatusCode>> TryKeysAsync(Uri address)
    {
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler) { BaseAddress = address };
        List<HttpStatusCode> statuses = [];
        for (var number = 0; number < Wrong / Connections; number++)
        {
            var key = $"af_{Guid.NewGuid():N}{Guid.NewGuid():N}"[..46]; // Of the right form, so that it has to be looked up.
            using var request = new HttpRequestMessage(HttpMethod.Post, number % 2 == 0 ? "api/webhook/sonarr" : $"api/webhook/sonarr?code={key}") { Content = new StringContent("""{"eventType":"Test"}""") };
            request.Headers.TryAddWithoutValidation("X-Api-Key", key);
            using var answer = await http.SendAsync(request, Cancellation);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }
}
