using System.Net;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>The log file and the event file lie on a disk of their own, and that is full.</summary>
public sealed class SideFilesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServiceFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_service_goes_on_says_it_once_and_writes_on_when_there_is_room()
    {
        using var mount = Mount.InMemory("1m");
        var (log, events, filling) = (In("service.log"), In("events.ndjson"), In("filling"));
        await using var service = await folder.StartAsync(
            ("Audio__DryRun", "false"), ("Audio__Roots", folder.Media), ("Logs__File__Path", log), ("Logs__Level", "debug"), ("Events__File", events));
        using var client = ServiceClient.Of(service, folder.Data);
        var sender = new FaultSender(folder);
        await SendAsync(sender, client, 5);
        await UntilAsync(() => File.Exists(events) && new FileInfo(events).Length > 0);

        FullDisk.Fill(filling);
        await SendAsync(sender, client, 30);
        await UntilAsync(() => Told(service, "The log cannot be written to") > 0 && Told(service, "Events cannot be written to") > 0);
        Assert.Equal("degraded", Event(await client.GetAsync("health/ready")).GetProperty("status").GetString());
        await SendAsync(sender, client, 30);
        Assert.Equal((1, 1), (Told(service, "The log cannot be written to"), Told(service, "Events cannot be written to")));

        File.Delete(filling);
        await SendAsync(sender, client, 5);
        await sender.AssertNothingIsLostAsync(client);
        var newest = (await client.ListAsync("events"))[0].GetProperty("id").GetString()!;
        await UntilAsync(() => File.ReadAllText(events).Contains(newest, StringComparison.Ordinal));
        await UntilAsync(() => File.ReadAllText(log).Contains(" lost", StringComparison.Ordinal));
        Assert.Equal(0, await service.StopAsync());

        var numbers = (await File.ReadAllLinesAsync(events, Cancellation)).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("number").GetInt64()).ToList();
        output.WriteLine($"{numbers.Count} events are in the file.");
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Equal(numbers.Count - 1, numbers[^1] - numbers[0]);

        string In(string name) => Path.Combine(mount.Folder, name);
    }

    private static JsonElement Event(JsonElement report) => report.GetProperty("checks").EnumerateArray().Single(static check => check.GetProperty("name").GetString() is "event-file");

    private static int Told(ServiceProcess service, string words) => service.Output.Split(words).Length - 1;

    private static async Task SendAsync(FaultSender sender, ServiceClient client, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(client));
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It did not come.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        }
    }
}
