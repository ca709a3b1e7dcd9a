using System.Net;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>kill -9 while the disk fills up and empties, no application answers, and somebody tries keys.</summary>
public sealed class FaultKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 6;

    private readonly ServiceFolder folder = new();
    private readonly Random random = new(TestSettings.Seed);
    private FakeRadarr radarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Settings =>
    [
        ("Audio__DryRun", "false"), ("Audio__Roots", folder.Media), ("Jobs__MaxAttempts", "100"), ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey),
    ];

    public async ValueTask InitializeAsync() => radarr = await FakeRadarr.StartAsync(new(), Cancellation);

    public async ValueTask DisposeAsync()
    {
        await radarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_event_that_was_acknowledged_comes_to_its_end_once()
    {
        output.WriteLine($"ARRFUNCTIONS_TEST_SEED={TestSettings.Seed}");
        using var mount = Mount.InMemory("24m");
        var (data, filling, sender) = (Path.Combine(mount.Folder, "data"), Path.Combine(mount.Folder, "filling"), new FaultSender(folder));
        radarr.Disturbance = Disturbance.Silent;
        for (var round = 0; round < Rounds; round++)
        {
            await RunAndKillAsync(data, filling, sender, isFull: round % 2 == 1);
        }

        radarr.Disturbance = Disturbance.None;
        await using var service = await ServiceProcess.StartAsync(data, Settings);
        using var client = ServiceClient.Of(service, data);
        output.WriteLine($"{sender.Acknowledged} events were acknowledged.");
        Assert.InRange(sender.Acknowledged, Rounds, int.MaxValue);
        await sender.AssertNothingIsLostAsync(client);
        Assert.Equal(0, await service.StopAsync());
    }

    private async Task RunAndKillAsync(string data, string filling, FaultSender sender, bool isFull)
    {
        await using var service = await ServiceProcess.StartAsync(data, Settings);
        using var client = ServiceClient.Of(service, data);
        Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(client));
        Task[] working = [SendAsync(sender, client), TryKeysAsync(service.Address)];
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300)), TimeProvider.System, Cancellation);
        if (isFull)
        {
            FullDisk.Fill(filling);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300)), TimeProvider.System, Cancellation);
        }

        await service.KillAsync();
        await Task.WhenAll(working);
        File.Delete(filling);
    }

    private static Task SendAsync(FaultSender sender, ServiceClient client) => UntilBrokenAsync(() => sender.SendAsync(client));

    private static async Task TryKeysAsync(Uri address)
    {
        using var stranger = new ServiceClient(address, "arrfn_" + new string('A', 43));
        await UntilBrokenAsync(() => stranger.PostAsync("api/webhook/radarr", "{}"));
    }

    private static async Task UntilBrokenAsync(Func<Task> ask)
    {
        try
        {
            while (true)
            {
                await ask();
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }
}
