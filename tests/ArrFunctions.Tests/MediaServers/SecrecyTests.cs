using System.Collections.Concurrent;
using System.Diagnostics;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.MediaServers;

namespace ArrFunctions.Tests.MediaServers;

/// <summary>The keys of media servers stand in the header of the request and nowhere else.</summary>
public sealed class SecrecyTests
{
    [Fact]
    public async Task No_key_is_in_a_log_line_a_sentence_an_activity_or_an_address()
    {
        var activities = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => activities.Enqueue(
                $"{activity.OperationName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var bench = await TellingBench.StartAsync();
        FakeMediaServer[] fakes = [bench.Plex, bench.Jellyfin, bench.Emby];
        MediaServer[] servers = [.. fakes.Select(fake => bench.Server(fake)), .. fakes.Select(fake => bench.Server(fake, key: $"wrong{fake.ApiKey}"))];

        List<Told> told = [.. await bench.TellAsync(servers)];
        await bench.Plex.StopAsync(TestContext.Current.CancellationToken);
        bench.Jellyfin.Trouble = bench.Emby.Trouble = static (_, _) => Task.FromResult<int?>(500);
        told.AddRange(await bench.TellAsync(servers));

        Assert.Equal(3, told.Count(one => one.IsDone));
        Assert.Contains("GET plex", string.Join('\n', activities), StringComparison.Ordinal);
        Assert.Contains("was not told of", bench.Logs.Text, StringComparison.Ordinal);
        string[] shown = [bench.Logs.Text, .. activities, .. told.Select(one => $"{one}"), .. fakes.SelectMany(fake => fake.Requests).Select(request => $"{request}")];
        Assert.All(fakes, fake => Assert.All(shown, text => Assert.DoesNotContain(fake.ApiKey, text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_exception_holds_a_key()
    {
        await using var bench = await TellingBench.StartAsync();
        var server = bench.Server(bench.Plex);
        await bench.Plex.StopAsync(TestContext.Current.CancellationToken);
        using var http = new MediaServerHttp(server, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<MediaServerException>(
            () => http.SendAsync(HttpMethod.Get, "library/sections", json: null, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(server.ApiKey, $"{failure} {server}", StringComparison.Ordinal);
    }
}
