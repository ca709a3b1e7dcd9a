using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What the fakes say about the health of their indexers, asked and unasked.</summary>
public sealed class IndexerHealthTests : IAsyncLifetime
{
    private IndexerBench bench = null!;
    private WebhookReceiver receiver = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<JsonElement> Told => [.. receiver.Received.Select(FakeBench.Json)];

    public async ValueTask InitializeAsync() => (bench, receiver) = (await IndexerBench.StartAsync(), await WebhookReceiver.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Theory]
    [InlineData("sonarr-health-indexer-failing", true, true)]
    [InlineData("sonarr-health-all-failing", true, false)]
    [InlineData("sonarr-health-all-disabled", false, false)]
    public async Task It_is_told_in_the_words_of_the_real_ones(string recording, bool isFailing, bool hasAnother)
    {
        if (hasAnother)
        {
            bench.Sonarr.AddIndexer("Another", new FakeTracker("Another"));
        }

        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        bench.Sonarr.RunRssSync();
        if (!isFailing)
        {
            await bench.SendAsync(bench.Sonarr, HttpMethod.Put, "indexer/bulk", JsonNode.Parse("""{"ids":[1],"enableRss":false,"enableAutomaticSearch":false,"enableInteractiveSearch":false}"""));
        }

        Assert.Equal(Issues(Recording.Body(recording)), Issues((await bench.GetAsync(bench.Sonarr, "health")).Body));
    }

    [Fact]
    public async Task After_six_hours_it_is_another_check()
    {
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        var end = bench.Clock.GetUtcNow().AddHours(7);
        while (bench.Clock.GetUtcNow() < end)
        {
            bench.Prowlarr.RunRssSync();
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(
            [("IndexerLongTermStatusCheck", "All indexers are unavailable due to failures for more than 6 hours")],
            (await bench.GetAsync(bench.Prowlarr, "health")).Body.EnumerateArray().Select(issue => (issue.GetProperty("source").GetString(), issue.GetProperty("message").GetString())));
    }

    [Fact]
    public async Task What_changes_is_told_to_the_connections()
    {
        await SaveConnectionAsync();
        bench.Prowlarr.AddIndexer("Another", new FakeTracker("Another"));
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        bench.Prowlarr.RunRssSync();
        await bench.Prowlarr.CheckHealthAsync(Cancellation);
        await bench.Prowlarr.CheckHealthAsync(Cancellation);
        bench.Tracker.Becomes(TrackerBehaviour.Works());
        await bench.TestAsync(bench.Prowlarr);
        await bench.Prowlarr.CheckHealthAsync(Cancellation);

        Assert.Equal(["Test", "Health", "HealthRestored"], Told.Select(told => told.GetProperty("eventType").GetString()));
        foreach (var (recording, place) in (((string, int)[])[("webhook-prowlarr-01-Test", 0), ("webhook-prowlarr-17-Health", 1), ("webhook-prowlarr-21-HealthRestored", 2)]))
        {
            Assert.Equal(Recording.Shape(Recording.Body(recording), Told[place]), Recording.Shape(Told[place], Recording.Body(recording)));
            Assert.Equal("Basic dTpw", receiver.Received[place].Headers["Authorization"]);
        }

        Assert.Equal(Recording.Body("webhook-prowlarr-17-Health").GetRawText(), Told[1].GetRawText(), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public async Task A_check_that_fails_for_another_indexer_too_is_not_told_again()
    {
        bench.Radarr.Connection = new WebhookConnection(receiver.Url);
        foreach (var tracker in (FakeTracker[])[new("Second", TrackerBehaviour.Unavailable), new("Third")])
        {
            bench.Radarr.AddIndexer(tracker.Name, tracker);
        }

        bench.Radarr.RunRssSync();
        await bench.Radarr.CheckHealthAsync(Cancellation);
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        bench.Radarr.RunRssSync();
        await bench.Radarr.CheckHealthAsync(Cancellation);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Radarr.CheckHealthAsync(Cancellation);

        Assert.Equal(
            [("Health", "Indexers unavailable due to failures: Second"), ("HealthRestored", "Indexers unavailable due to failures: Demo R, Second")],
            Told.Select(told => (told.GetProperty("eventType").GetString(), told.GetProperty("message").GetString())));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_warning_is_told_to_those_that_want_warnings(bool wantsWarnings, int told)
    {
        await SaveConnectionAsync(wantsWarnings);
        await bench.Prowlarr.SendHealthAsync(new("warning", "IndexerStatusCheck", "Indexers unavailable due to failures: A"), Cancellation);
        Assert.Equal(told, Told.Count);
    }

    [Fact]
    public async Task Nothing_is_told_in_the_first_quarter_of_an_hour()
    {
        await using var young = await FakeProwlarr.StartAsync(new() { Clock = bench.Clock }, Cancellation);
        young.Connection = new WebhookConnection(receiver.Url);
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        young.AddIndexer("Young", bench.Tracker);
        young.RunRssSync();
        await young.CheckHealthAsync(Cancellation);
        Assert.Empty(Told);

        bench.Clock.Advance(TimeSpan.FromMinutes(15));
        young.RunRssSync();
        await young.CheckHealthAsync(Cancellation);
        Assert.Equal(["All indexers are unavailable due to failures"], Told.Select(told => told.GetProperty("message").GetString()));
    }

    private async Task SaveConnectionAsync(bool wantsWarnings = true)
    {
        var recorded = Recording.Read("prowlarr-notification-create");
        var sent = JsonNode.Parse(recorded.GetProperty("request").GetProperty("body").GetRawText())!;
        sent["includeHealthWarnings"] = wantsWarnings;
        sent["fields"]![0]!["value"] = receiver.Url.ToString();
        var saved = await bench.SendAsync(bench.Prowlarr, HttpMethod.Post, "notification", sent);
        Assert.Equal(201, saved.Status);
        var theirs = recorded.GetProperty("body");
        Assert.Equal(Recording.Shape(theirs, saved.Body).Order(StringComparer.Ordinal), Recording.Shape(saved.Body, theirs).Order(StringComparer.Ordinal));
        Assert.Equal(theirs.GetProperty("fields").GetArrayLength(), saved.Body.GetProperty("fields").GetArrayLength());
    }

    /// <summary>Without what is not about indexers.</summary>
    private static IEnumerable<string> Issues(JsonElement health) =>
        health.EnumerateArray().Select(issue => JsonSerializer.Serialize(issue)).Where(issue => issue.Contains("Indexer", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
