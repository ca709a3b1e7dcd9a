using System.Net;
using ArrFunctions.SelfHost.Tests.Commands;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>The service tells people of events over real HTTP.</summary>
public sealed class ServiceNotificationTests : IAsyncLifetime
{
    private readonly ServiceFolder folder = new();
    private FakeReceiver receiver = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string Name, string Value)[] Settings => [("Notifications__Targets__0__Kind", "webhook"), ("Notifications__Targets__0__Name", "phone"), ("Notifications__Targets__0__Url", receiver.Url)];

    public async ValueTask InitializeAsync() => receiver = await FakeReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await receiver.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_was_not_told_when_the_service_was_killed_is_told_by_the_next_one()
    {
        receiver.IsDown = true;
        await using (var service = await folder.StartAsync([.. Settings, .. Telling]))
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await SettledAsync(client);
            await client.PostAsync("api/queue/pause?lane=low");
            await receiver.UntilAsync(static one => one.Refused > 0);
            await service.KillAsync();
        }

        receiver.IsDown = false;
        await using var next = await folder.StartAsync([.. Settings, .. Telling]);
        using var again = ServiceClient.Of(next, folder.Data);
        await receiver.UntilAsync(static one => one.Taken.Any(static body => body.Contains("lane.paused", StringComparison.Ordinal) || body.Contains("Lane paused", StringComparison.Ordinal)));

        Assert.Single(receiver.Taken);
        await again.PostAsync("api/queue/resume?lane=low");
        await receiver.UntilAsync(static one => one.Taken.Count > 1);
    }

    [Fact]
    public async Task A_test_is_sent_by_the_route_and_by_the_command_and_says_what_is_wrong()
    {
        await using var service = await folder.StartAsync(Settings);
        using var client = ServiceClient.Of(service, folder.Data);

        var (status, sent) = await client.PostAsync("api/notifications/test", """{"target":"phone"}""");
        var (missing, _) = await client.PostAsync("api/notifications/test", """{"target":"pager"}""");
        var command = await CommandRun.OfAsync(Settings, ["notifications", "test", "--data", folder.Data]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (status, missing));
        Assert.True(sent.GetProperty("results")[0].GetProperty("isSent").GetBoolean(), $"{sent}");
        Assert.Equal((0, "phone: sent"), (command.ExitCode, command.Output.Trim()));
        Assert.Equal(2, receiver.Taken.Count);

        receiver.IsDown = true;
        var failed = await CommandRun.OfAsync(Settings, ["notifications", "test", "phone", "--data", folder.Data]);
        var unknown = await CommandRun.OfAsync(Settings, ["notifications", "test", "pager", "--data", folder.Data]);
        var list = await CommandRun.OfAsync(Settings, ["notifications", "list", "--json", "--data", folder.Data]);

        Assert.Equal((1, 2, 0), (failed.ExitCode, unknown.ExitCode, list.ExitCode));
        Assert.StartsWith("phone: ", failed.Errors, StringComparison.Ordinal);
        Assert.Contains("No target is called 'pager'; there are phone.", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"phone\"", list.Output, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Telling => [("Notifications__Rules__0__Events", "lane.")];

    /// <summary>Until the log is read from where it stands: what happened before is told to nobody.</summary>
    private static async Task SettledAsync(ServiceClient client)
    {
        while (!(await client.GetAsync("api/notifications")).GetProperty("targets")[0].TryGetProperty("readTo", out _))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }
}
