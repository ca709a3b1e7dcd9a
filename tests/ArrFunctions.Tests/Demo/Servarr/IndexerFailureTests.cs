using System.Text.RegularExpressions;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What the fakes say of a site that fails is what the real ones said, the key of the site included.</summary>
public sealed partial class IndexerFailureTests : IAsyncLifetime
{
    private static readonly Dictionary<string, TrackerBehaviour> Behaviours = new(StringComparer.Ordinal)
    {
        ["401"] = TrackerBehaviour.Unauthorized,
        ["429"] = TrackerBehaviour.RateLimited(TimeSpan.FromMinutes(2)),
        ["503"] = TrackerBehaviour.Unavailable,
        ["badkey"] = TrackerBehaviour.WrongKey,
        ["empty"] = TrackerBehaviour.Empty,
        ["html"] = TrackerBehaviour.Page,
        ["limit"] = TrackerBehaviour.LimitReached,
    };

    private IndexerBench bench = null!;

    public static IEnumerable<TheoryDataRow<string>> Recordings =>
        from app in (string[])["prowlarr", "sonarr", "radarr"] from failure in Behaviours.Keys select new TheoryDataRow<string>($"{app}-indexer-test-fail-{failure}");

    public async ValueTask InitializeAsync() => bench = await IndexerBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task A_failure_is_told_in_the_same_words(string recording)
    {
        bench.Tracker.Becomes(Behaviours[recording.Split('-')[^1]]);
        AssertSame(recording, await bench.TestAsync(bench.Of(recording)));
    }

    [Theory]
    [InlineData("prowlarr-indexer-test-disabled-failing")]
    [InlineData("radarr-indexer-test-disabled-failing")]
    public async Task An_indexer_that_is_off_is_tested_too(string recording)
    {
        var fake = bench.Of(recording);
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.SendAsync(fake, HttpMethod.Put, "indexer/bulk", new System.Text.Json.Nodes.JsonObject
        {
            ["ids"] = new System.Text.Json.Nodes.JsonArray(1), ["enable"] = false, ["enableRss"] = false, ["enableAutomaticSearch"] = false, ["enableInteractiveSearch"] = false,
        });

        AssertSame(recording, await bench.TestAsync(fake));
        Assert.Equal("[]", (await bench.SendAsync(fake, HttpMethod.Post, "indexer/testall", body: null)).Text);
    }

    [Fact]
    public async Task A_site_that_hangs_is_given_up_after_its_time_on_the_clock()
    {
        bench.Tracker.Becomes(TrackerBehaviour.Hangs());
        var test = bench.TestAsync(bench.Radarr);
        while (bench.Tracker.RequestCount == 0)
        {
            await Task.Yield();
        }

        Assert.Null(bench.Radarr.Indexers[0].BackOff.DisabledTill);
        while (!test.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(100));
            await Task.Yield();
        }

        AssertSame("radarr-indexer-test-timeout", await test);
        Assert.NotNull(bench.Radarr.Indexers[0].BackOff.DisabledTill);
    }

    [Fact]
    public async Task Prowlarr_says_to_an_application_that_an_indexer_is_off_or_left_alone()
    {
        var sonarr = bench.Sonarr;
        bench.Prowlarr.Connect(sonarr);
        var copy = sonarr.Indexers.Single(indexer => indexer.Name == "Demo A (Prowlarr)");
        var shown = System.Text.Json.Nodes.JsonNode.Parse((await bench.GetAsync(sonarr, $"indexer/{copy.Id}")).Text);
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.TestAsync(bench.Prowlarr);

        AssertSame("sonarr-indexer-test-prowlarr-blocked", await bench.SendAsync(sonarr, HttpMethod.Post, "indexer/test", shown), categories: "5030,5040");

        await bench.SendAsync(bench.Prowlarr, HttpMethod.Put, "indexer/bulk", System.Text.Json.Nodes.JsonNode.Parse("""{"ids":[1],"enable":false}"""));
        AssertSame("sonarr-indexer-test-prowlarr-disabled", await bench.SendAsync(sonarr, HttpMethod.Post, "indexer/test", shown), categories: "5030,5040");
    }

    [Theory]
    [InlineData("prowlarr")]
    [InlineData("sonarr")]
    [InlineData("radarr")]
    public async Task The_key_of_a_site_is_hidden_where_it_is_read_and_clear_where_a_test_fails(string app)
    {
        var fake = bench.Of(app);
        foreach (var path in (string[])["indexer", "indexer/1", "indexer/schema", "health", "tag", "system/status"])
        {
            Assert.DoesNotContain(bench.Tracker.ApiKey, (await bench.GetAsync(fake, path)).Text, StringComparison.Ordinal);
        }

        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        Assert.Contains($"apikey={bench.Tracker.ApiKey}", (await bench.TestAsync(fake)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_site_is_clear_in_the_history()
    {
        bench.Prowlarr.RunRssSync();
        foreach (var path in (string[])["history/since?date=2026-01-01", "history"])
        {
            Assert.Contains($"apikey={bench.Tracker.ApiKey}", (await bench.GetAsync(bench.Prowlarr, path)).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(bench.Tracker.ApiKey, (await bench.GetAsync(bench.Prowlarr, "indexerstats")).Text, StringComparison.Ordinal);
    }

    private static void AssertSame(string recording, IndexerBench.Reply reply, string? categories = null)
    {
        var theirs = Recording.Read(recording);
        var failure = theirs.GetProperty("body")[0];
        Assert.Equal((theirs.GetProperty("status").GetInt32(), theirs.GetProperty("headers").GetProperty("Content-Type").GetString()), (reply.Status, reply.Type));
        Assert.Equal(Recording.Shape(failure, reply.Body[0]), Recording.Shape(reply.Body[0], failure));
        Assert.Equal(failure.GetProperty("propertyName").GetString(), reply.Body[0].GetProperty("propertyName").GetString());
        Assert.Equal(Words(failure.GetProperty("errorMessage").GetString()!, categories), Words(reply.Message, categories));
    }

    /// <summary>Without what is the site's own.</summary>
    private static string Words(string message, string? categories)
    {
        var words = Key().Replace(Address().Replace(message, "[address?"), "apikey=");
        return categories is null ? words : Categories().Replace(words, categories);
    }

    [GeneratedRegex(@"\[https?://[^?]*\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex("apikey=[^&\\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("(?<=cat=)[0-9,]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Categories();
}
