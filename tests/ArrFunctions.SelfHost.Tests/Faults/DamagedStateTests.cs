using System.Net;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>Pages of the state file hold something else than was written there: what is told, and that nothing is made worse.</summary>
public sealed class DamagedStateTests : IDisposable
{
    private const int Page = 4096;

    /// <summary>The first pages: the header, and what the tables are.</summary>
    private const int Spared = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServiceFolder folder = new();
    private FaultSender? sender;

    private FaultSender Sender => sender ??= new(folder);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(folder.Data, "state.db");

    public void Dispose() => folder.Dispose();

    /// <summary>A disk that gives back something else does not change the time of the file. The start meets it where it reads the settings that are stored.</summary>
    [Fact]
    public async Task Damage_that_nobody_could_know_of_is_met_at_the_start_and_salvaged()
    {
        await FillAsync();
        var written = File.GetLastWriteTimeUtc(Database);
        Damage();
        File.SetLastWriteTimeUtc(Database, written);

        await using var service = await folder.StartAsync();

        Assert.Contains("was damaged and was salvaged", service.Output, StringComparison.Ordinal);
        using var client = ServiceClient.Of(service, folder.Data);
        Assert.Equal(HttpStatusCode.Accepted, await Sender.SendAsync(client));
    }

    [Fact]
    public async Task Damaged_while_it_runs_it_stops_writing_and_the_next_start_salvages()
    {
        await FillAsync();
        await using (var service = await folder.StartAsync())
        {
            using var client = ServiceClient.Of(service, folder.Data);
            Damage();
            await Sender.SendUntilAsync(client, HttpStatusCode.ServiceUnavailable, Patience);

            // The answer may be here before the line of the log is.
            Assert.True(SpinWait.SpinUntil(() => service.Output.Contains("is damaged", StringComparison.Ordinal), Patience), service.Output);
            var before = await File.ReadAllBytesAsync(Database, Cancellation);
            for (var number = 0; number < 10; number++)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, await Sender.SendAsync(client));
            }

            Assert.Equal(before, await File.ReadAllBytesAsync(Database, Cancellation));
            using var stranger = new ServiceClient(service.Address, key: null);
            Assert.Equal("healthy", (await stranger.GetAsync("health")).GetProperty("status").GetString());
            Assert.Equal("healthy", (await client.GetAsync("health")).GetProperty("status").GetString());
            await service.StopAsync();
        }

        var list = await CommandRun.OfAsync(Settings, "keys", "list", "--data", folder.Data);
        Assert.Equal(1, list.ExitCode);
        Assert.Contains($"{Database} is damaged", list.Errors, StringComparison.Ordinal);
        Assert.Contains("put back the newest backup", list.Errors, StringComparison.Ordinal);
        await using var next = await folder.StartAsync();
        Assert.Contains("was damaged and was salvaged", next.Output, StringComparison.Ordinal);
    }

    private (string, string)[] Settings => [("Audio__DryRun", "false"), ("Audio__Roots", folder.Media)];

    /// <summary>State of some hundred pages, stopped in order.</summary>
    private async Task FillAsync()
    {
        await using var service = await folder.StartAsync();
        using var client = ServiceClient.Of(service, folder.Data);
        for (var number = 0; number < 120; number++)
        {
            Assert.Equal(HttpStatusCode.Accepted, await Sender.SendAsync(client));
        }

        await client.DrainAsync();
        Assert.Equal(0, await service.StopAsync());
    }

    /// <summary>Overwrites the beginning of each page but the first ones, as a bad disk or another program does. What numbers the events stays, so that there is always something to salvage.</summary>
    private void Damage()
    {
        using var file = new FileStream(Database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var content = new byte[Page];
        for (long page = Spared; page < file.Length / Page; page++)
        {
            file.Position = page * Page;
            file.ReadExactly(content);
            if (content.AsSpan().IndexOf("EventFeed"u8) < 0)
            {
                file.Position = page * Page;
                file.Write(Enumerable.Repeat((byte)0xA5, 64).ToArray());
            }
        }
    }
}
