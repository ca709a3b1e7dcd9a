using System.Net;
using ArrFunctions.Demo.Notifications;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.SelfHost.Tests.Commands;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>From the settings to the wire, once for each kind of service.</summary>
public sealed class TargetKindTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Page = "https://home.example/arr";

    private readonly ServiceFolder folder = new();
    private TargetHouse targets = null!;
    private FakeRadarr radarr = null!;
    private FakeProwlarr prowlarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private (string Name, string Value)[] Settings =>
    [
        .. targets.Settings, ("Http__PublicUrl", Page), ("Indexers__Heal__DryRun", "false"),
        ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey), ("PROWLARR_URL", prowlarr.Url.OriginalString), ("PROWLARR_API_KEY", prowlarr.ApiKey),
    ];

    public async ValueTask InitializeAsync()
    {
        targets = await TargetHouse.StartAsync(Cancellation);
        radarr = await FakeRadarr.StartAsync(new(), Cancellation);
        prowlarr = await FakeProwlarr.StartAsync(new(), Cancellation);
        SampleScores.Fill(radarr, movies: 20);
        prowlarr.AddIndexer("Down", new FakeTracker("Down", TrackerBehaviour.Unavailable));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (kind, messages) in targets.Shown())
        {
            output.WriteLine($"== {kind}\n{string.Join("\n--\n", messages)}");
        }

        output.WriteLine($"== healthchecks\n{string.Join('\n', targets.Healthchecks.Taken.Select(targets.Healthchecks.PingOf))}\n== kuma\n{string.Join('\n', targets.Kuma.Taken.Select(FakeKuma.PushOf))}");
        await targets.DisposeAsync();
        await radarr.DisposeAsync();
        await prowlarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_is_told_of_a_test_an_export_and_an_indexer_and_again_after_a_kill()
    {
        await using (var service = await folder.StartAsync(Settings))
        {
            using var client = ServiceClient.Of(service, folder.Data);
            await SettledAsync(client);
            var (status, tested) = await client.PostAsync("api/notifications/test");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.All(tested.GetProperty("results").EnumerateArray(), static one => Assert.True(one.GetProperty("isSent").GetBoolean(), $"{one}"));
            Assert.Equal(8, tested.GetProperty("results").GetArrayLength());

            await client.PostAsync("api/schedules/library-export/run");
            await client.EndOfExportsAsync();
            await targets.UntilAsync(" candidates, health ", Cancellation);
            Assert.Contains(targets.Discord.Taken, static one => one.Parts.Any(static part => part.FileName == "radarr-report.html"));
            Assert.Contains(targets.Apprise.Taken, static one => one.Parts.Any(static part => part.FileName == "radarr-report.html"));
            Assert.Contains(targets.Ntfy.Taken, static one => one.Method == "PUT");
            Assert.Contains(targets.Mail.Mails, static mail => mail.Source.Contains("radarr-report.html", StringComparison.Ordinal));
            Assert.Contains(targets.Shown()["slack"], static text => text.Contains($"<{Page}/#/library/radarr|Show it>", StringComparison.Ordinal));

            targets.Discord.Trouble = static (_, _) => Task.FromResult<TargetAnswer?>(new(500));
            var before = targets.Discord.Requests.Count;
            var (heal, _) = await client.PostAsync("api/indexers/prowlarr/1/disable");
            Assert.True(heal is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{heal}");
            while (targets.Discord.Requests.Count == before || !targets.Shown()["slack"].Any(static text => text.Contains("switched off", StringComparison.Ordinal)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
            }

            await service.KillAsync();
        }

        targets.Discord.Trouble = static (_, _) => Task.FromResult<TargetAnswer?>(null);
        await using var next = await folder.StartAsync(Settings);
        using var again = ServiceClient.Of(next, folder.Data);
        await targets.UntilAsync("switched off", Cancellation);
        await again.PostAsync("api/maintenance/backup");
        await again.EventsAsync("backup.made", 1);
        await again.PostAsync("api/schedules/notification-digest/run");
        await targets.UntilAsync("since the last digest", Cancellation);
        var command = await CommandRun.OfAsync(Settings, ["notifications", "test", "healthchecks", "--data", folder.Data]);

        Assert.Equal((0, "healthchecks: sign of life sent"), (command.ExitCode, command.Output.Trim()));
        Assert.Contains(("up", true), targets.Kuma.Taken.Select(FakeKuma.PushOf).Select(static push => (push.Status, !push.Message.Contains("test", StringComparison.Ordinal))));
        Assert.All(targets.Shown().Values, static messages => Assert.All(messages, static message => Assert.InRange(message.Length, 10, 3000)));
    }

    /// <summary>Until the log is read from where it stands for all that take messages.</summary>
    private static async Task SettledAsync(ServiceClient client)
    {
        while (!(await client.GetAsync("api/notifications")).GetProperty("targets").EnumerateArray()
            .All(static target => target.GetProperty("kind").GetString() is "healthchecks" or "kuma" || target.TryGetProperty("readTo", out _)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        }
    }
}
