using System.Net;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>Every Sonarr, Radarr and Prowlarr takes what it is asked and does not come to an end with its answer.</summary>
public sealed class HangingServersTests : IAsyncLifetime
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly ServiceFolder folder = new();
    private FakeRadarr radarr = null!;
    private FakeSonarr sonarr = null!;
    private FakeProwlarr prowlarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakeServarr[] All => [radarr, sonarr, prowlarr];

    private (string, string)[] Settings =>
    [
        ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey), ("SONARR_URL", sonarr.Url.OriginalString), ("SONARR_API_KEY", sonarr.ApiKey),
        ("PROWLARR_URL", prowlarr.Url.OriginalString), ("PROWLARR_API_KEY", prowlarr.ApiKey), ("Audio__Languages", "jpn"),
    ];

    public async ValueTask InitializeAsync()
    {
        radarr = await FakeRadarr.StartAsync(new(), Cancellation);
        sonarr = await FakeSonarr.StartAsync(new(), Cancellation);
        prowlarr = await FakeProwlarr.StartAsync(new(), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var fake in All)
        {
            await fake.DisposeAsync();
        }

        folder.Dispose();
    }

    [Theory]
    [InlineData(Disturbance.Silent)]
    [InlineData(Disturbance.Dripping)]
    public async Task Events_are_taken_in_batches_are_planned_timers_run_and_it_stops_in_time(Disturbance disturbance)
    {
        foreach (var fake in All)
        {
            (fake.Disturbance, fake.Disturbances.DripPause) = (disturbance, TimeSpan.FromMinutes(1));
        }

        var sender = new FaultSender(folder);
        folder.Film("batch/film.mkv");
        await using (var service = await folder.StartAsync(Settings))
        {
            using var client = ServiceClient.Of(service, folder.Data);
            Task[] asking = [client.PostAsync("api/indexers/sweep"), client.PostAsync("api/library/export"), client.PostAsync("api/mappings/check")];
            for (var number = 0; number < 20; number++)
            {
                Assert.Equal(HttpStatusCode.Accepted, await InTimeAsync(sender.SendAsync(client)));
                await InTimeAsync(client.GetAsync("health"));
                await InTimeAsync(client.GetAsync("api/queue"));
            }

            var batch = await InTimeAsync(client.BeginBatchAsync(Path.Combine(folder.Media, "batch"), dryRun: true));
            await InTimeAsync(PlannedAsync(client, batch));
            var (status, run) = await InTimeAsync(client.PostAsync("api/schedules/event-log/run"));
            Assert.True(status is HttpStatusCode.OK, $"{run}");
            Assert.Equal(0, await service.StopAsync().WaitAsync(LongestStop, TimeProvider.System, Cancellation));
            await Task.WhenAll(asking).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        foreach (var fake in All)
        {
            fake.Disturbance = Disturbance.None;
        }

        await using var next = await folder.StartAsync(Settings);
        using var there = ServiceClient.Of(next, folder.Data);
        await sender.AssertNothingIsLostAsync(there);
    }

    private static async Task<bool> PlannedAsync(ServiceClient client, string batch)
    {
        while (!(await client.BatchAsync(batch)).GetProperty("progress").GetProperty("isPlanned").GetBoolean())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }

        return true;
    }

    private static Task<T> InTimeAsync<T>(Task<T> answer) => answer.WaitAsync(LongestAnswer, TimeProvider.System, Cancellation);
}
