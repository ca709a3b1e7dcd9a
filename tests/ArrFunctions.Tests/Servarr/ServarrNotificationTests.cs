using System.Text.Json.Nodes;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Demo.Servarr;

namespace ArrFunctions.Tests.Servarr;

/// <summary>A connection of the kind Webhook over the client, at an application that tests it before it saves it.</summary>
public sealed class ServarrNotificationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_is_added_changed_and_tested_and_its_password_stays()
    {
        await using var bench = await FakeBench.StartAsync();
        bench.Radarr.Connection = null;
        var instance = new Instance { Name = "films", Service = ServarrService.Radarr, Url = bench.Radarr.Url, ApiKey = bench.Radarr.ApiKey };
        using var client = new ServarrClient(instance, [instance], TimeProvider.System);
        var sent = JsonNode.Parse(Recording.Read("radarr-notification-create").GetProperty("request").GetProperty("body").GetRawText())!.AsObject();
        sent["fields"]![0]!["value"] = $"{bench.Receiver.Url}?code=SECRET";

        var added = await client.CreateNotificationAsync(sent, Cancellation);
        added["onGrab"] = false;
        await client.UpdateNotificationAsync(added, Cancellation);
        await client.TestNotificationAsync(Assert.Single(await client.NotificationsAsync(Cancellation)), Cancellation);

        Assert.Equal(["Test", "Test", "Test"], bench.EventTypes);
        Assert.All(bench.Receiver.Received, request => Assert.Equal("Basic dTpw", request.Headers["Authorization"]));

        bench.Receiver.Status = 500;
        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.TestNotificationAsync(added, Cancellation));
        Assert.Equal(ServarrFault.Invalid, failure.Fault);
        Assert.Contains("Unable to send test message", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.Message, StringComparison.Ordinal);
    }
}
