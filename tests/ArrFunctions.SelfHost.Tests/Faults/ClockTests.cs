using System.Net;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Service;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>Somebody sets the clock of the machine while the service works, over SQLite. Timers are not moved by that, as those of the kernel are not.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly ServiceFolder folder = new();
    private readonly LaterTime clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task Set_back_an_hour_or_ahead_a_day_every_event_ends_once_and_the_lanes_go_on(int hours)
    {
        await using var service = await StartAsync();
        using var client = new ServiceClient(new(service.Addresses.Single()), ServiceClient.InitialKey(folder.Data));
        var sender = new FaultSender(folder);
        await SendAsync(sender, client);

        // What is queued now was queued before the clock was set.
        await client.PostAsync("api/queue/pause");
        await SendAsync(sender, client);
        clock.Ahead = TimeSpan.FromHours(hours);
        await client.PostAsync("api/queue/resume");
        await SendAsync(sender, client);

        await sender.AssertNothingIsLostAsync(client);
        var batch = await client.EndOfBatchAsync(await client.BeginBatchAsync(folder.Media));
        Assert.Equal("succeeded", batch.Text("status"));
        foreach (var schedule in (string[])["deferred-files", "job-sweep", "event-log"])
        {
            var (status, run) = await client.PostAsync($"api/schedules/{schedule}/run");
            Assert.True(status is HttpStatusCode.OK, $"{run}");
        }

        // Set right again, and once more: nothing that was written in the time between is lost.
        clock.Ahead = TimeSpan.Zero;
        await SendAsync(sender, client);
        await sender.AssertNothingIsLostAsync(client);
        var events = await client.ListAsync("events");
        Assert.Equal(events.Count, events.Select(static told => told.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Single(events, told => told.GetProperty("name").GetString() is "batch.succeeded");
    }

    /// <summary>The machine was started with a clock that was ahead, which was set right while the service was down.</summary>
    [Fact]
    public async Task Messages_that_were_sent_while_the_clock_was_ahead_are_seen_after_the_next_start()
    {
        var sender = new FaultSender(folder);
        clock.Ahead = TimeSpan.FromDays(1);
        await using (var service = await StartAsync())
        {
            using var client = new ServiceClient(new(service.Addresses.Single()), ServiceClient.InitialKey(folder.Data));
            await client.PostAsync("api/queue/pause");
            await SendAsync(sender, client);
        }

        clock.Ahead = TimeSpan.Zero;
        await using var next = await StartAsync();
        using var there = new ServiceClient(new(next.Addresses.Single()), ServiceClient.InitialKey(folder.Data));
        await there.PostAsync("api/queue/resume");
        await sender.AssertNothingIsLostAsync(there);
    }

    private static async Task SendAsync(FaultSender sender, ServiceClient client)
    {
        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(HttpStatusCode.Accepted, await sender.SendAsync(client));
        }
    }

    private Task<ServiceHost> StartAsync() => ServiceHost.StartAsync(
        folder.Data,
        ["http://127.0.0.1:0"],
        new ArrFunctionsOptions { Audio = new() { Languages = [LanguageTag.Parse("jpn")], Roots = [folder.Media], DryRun = false } },
        configuration: null,
        static logging => logging.SetMinimumLevel(LogLevel.None),
        clock,
        Cancellation);
}
