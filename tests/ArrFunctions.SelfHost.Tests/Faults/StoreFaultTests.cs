using System.Net;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.SelfHost.Tests.Library;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>The state cannot be written: what is said no to, what goes on, and that nothing acknowledged is lost.</summary>
public sealed class StoreFaultTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string, string)[] Settings => [("Audio__DryRun", "false"), ("Audio__Roots", folder.Media), ("Jobs__MaxAttempts", "100")];

    public void Dispose() => folder.Dispose();

    /// <summary>The limit of the kernel on the length of files that a process writes; a file system that turned read-only refuses in the same call.</summary>
    [Fact]
    public async Task While_no_file_can_be_written_events_are_refused_and_reading_goes_on()
    {
        Assert.SkipUnless(Tools.Has("prlimit"), "prlimit (package util-linux) is not installed.");
        await using var service = await ServiceProcess.StartFromShellAsync("trap '' XFSZ", folder.Data, Settings);
        using var client = ServiceClient.Of(service, folder.Data);
        var sender = new FaultSender(folder);
        await AssertRefusesAndRecoversAsync(
            sender,
            client,
            () => Limit(service, "1:unlimited"),
            () => Limit(service, "unlimited:unlimited"));

        Assert.Contains("state.db", service.Output, StringComparison.Ordinal);
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task While_the_disk_is_full_events_are_refused_and_reading_goes_on()
    {
        using var mount = Mount.InMemory("24m");
        var data = Path.Combine(mount.Folder, "data");
        await using var service = await ServiceProcess.StartAsync(data, Settings);
        using var client = ServiceClient.Of(service, data);
        var sender = new FaultSender(folder);
        var filling = Path.Combine(mount.Folder, "filling");
        await AssertRefusesAndRecoversAsync(sender, client, () => FullDisk.Fill(filling), () => File.Delete(filling));

        Assert.Contains("The disk is full", service.Output, StringComparison.Ordinal);
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task Killed_while_the_disk_is_full_it_starts_again_and_knows_what_it_acknowledged()
    {
        using var mount = Mount.InMemory("24m");
        var data = Path.Combine(mount.Folder, "data");
        var (sender, filling) = (new FaultSender(folder), Path.Combine(mount.Folder, "filling"));
        await using (var service = await ServiceProcess.StartAsync(data, Settings))
        {
            using var client = ServiceClient.Of(service, data);
            await SendAsync(sender, client, 10);
            FullDisk.Fill(filling);
            await sender.SendUntilAsync(client, HttpStatusCode.ServiceUnavailable, Patience);
            await service.KillAsync();
        }

        // On a full disk it may start or say why it does not; it must not lose anything.
        var run = CommandRun.OfAsync(Settings, "config", "validate", "--data", data);
        Assert.Equal(0, (await run).ExitCode);
        File.Delete(filling);
        await using var next = await ServiceProcess.StartAsync(data, Settings);
        using var there = ServiceClient.Of(next, data);
        await sender.AssertNothingIsLostAsync(there);
    }

    /// <summary>An export writes files beside the state; what it could not write, it writes later.</summary>
    [Fact]
    public async Task An_export_that_finds_the_disk_full_goes_on_when_there_is_room()
    {
        using var mount = Mount.InMemory("24m");
        await using var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        SampleScores.Fill(radarr, movies: 1500);
        var (data, filling) = (Path.Combine(mount.Folder, "data"), Path.Combine(mount.Folder, "filling"));
        await using var service = await ServiceProcess.StartAsync(data, [.. Settings, ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey)]);
        using var client = ServiceClient.Of(service, data);
        var id = await client.BeginOrFindExportAsync("radarr", number: 1);
        await client.ExportAsync(id, static export => export.TryGetProperty("progress", out _) && BatchCalls.Settled(export) > 0);
        FullDisk.Fill(filling);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancellation);
        Assert.True((await client.GetAsync("health")).TryGetProperty("status", out _));
        File.Delete(filling);

        var export = await client.ExportAsync(id, static _ => false);
        Assert.Equal("succeeded", export.Text("status"));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task On_a_read_only_disk_it_does_not_start_and_says_why()
    {
        using var mount = Mount.InMemory("8m");
        var data = Path.Combine(mount.Folder, "data");
        await using (var service = await ServiceProcess.StartAsync(data, Settings))
        {
            await service.StopAsync();
        }

        mount.MakeReadOnly();

        var run = await CommandRun.OfAsync(Settings, "--data", data, "--urls", "http://127.0.0.1:0");

        output.WriteLine(run.Errors);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(data, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private async Task AssertRefusesAndRecoversAsync(FaultSender sender, ServiceClient client, Action spoil, Action mend)
    {
        await SendAsync(sender, client, 10);
        spoil();
        await sender.SendUntilAsync(client, HttpStatusCode.ServiceUnavailable, Patience);
        for (var number = 0; number < 10; number++)
        {
            var status = await sender.SendAsync(client);
            Assert.True(status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Accepted, $"{status}");
        }

        foreach (var route in (string[])["health", "api/jobs", "api/jobs/stats", "api/events", "api/queue", "api/schedules", "api/keys"])
        {
            await client.GetAsync(route);
        }

        mend();
        await sender.SendUntilAsync(client, HttpStatusCode.Accepted, Patience);
        await SendAsync(sender, client, 5);
        output.WriteLine($"{sender.Acknowledged} events were acknowledged.");
        await sender.AssertNothingIsLostAsync(client);
    }

    private static async Task SendAsync(FaultSender sender, ServiceClient client, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(client));
        }
    }

    private static void Limit(ServiceProcess service, string bytes) => Tools.Run("prlimit", $"--pid={service.Id}", $"--fsize={bytes}");
}
