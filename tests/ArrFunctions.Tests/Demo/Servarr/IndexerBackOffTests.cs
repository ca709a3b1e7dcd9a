using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>How long the fakes leave a failing indexer alone.</summary>
public sealed class IndexerBackOffTests : IAsyncLifetime
{
    private IndexerBench bench = null!;

    private BackOff BackOff => bench.Prowlarr.Indexers[0].BackOff;

    private DateTimeOffset Now => bench.Clock.GetUtcNow();

    public async ValueTask InitializeAsync() => bench = await IndexerBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Each_failed_test_takes_it_a_period_further_and_each_that_passes_one_back()
    {
        bench.Tracker.Becomes(TrackerBehaviour.Captcha);
        foreach (var minutes in (int[])[1, 5, 15, 30, 60, 180, 360, 720, 1440, 1440])
        {
            await bench.TestAsync(bench.Prowlarr);
            Assert.Equal(Now.AddMinutes(minutes), BackOff.DisabledTill);
        }

        bench.Tracker.Becomes(TrackerBehaviour.Works());
        await bench.TestAsync(bench.Prowlarr);
        Assert.Equal((8, null), (BackOff.Level, BackOff.DisabledTill));
        Assert.Equal("[]", (await bench.GetAsync(bench.Prowlarr, "indexerstatus")).Text);
    }

    [Fact]
    public async Task A_rate_limit_counts_as_any_failure_in_a_test_and_as_its_time_elsewhere()
    {
        bench.Tracker.Becomes(TrackerBehaviour.RateLimited(TimeSpan.FromHours(2)));
        await bench.TestAsync(bench.Prowlarr);
        Assert.Equal(Now.AddMinutes(1), BackOff.DisabledTill);

        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        bench.Prowlarr.RunRssSync();
        Assert.Equal(Now.AddHours(3), BackOff.DisabledTill);
    }

    [Fact]
    public void A_rate_limit_without_a_time_blocks_for_an_hour()
    {
        bench.Tracker.Becomes(TrackerBehaviour.RateLimited());
        bench.Prowlarr.RunRssSync();
        Assert.Equal(Now.AddHours(1), BackOff.DisabledTill);
    }

    [Fact]
    public async Task A_site_that_cannot_be_found_stays_at_the_first_period()
    {
        bench.Tracker.Becomes(TrackerBehaviour.NoSuchHost);
        for (var sync = 0; sync < 5; sync++)
        {
            bench.Prowlarr.RunRssSync();
            Assert.Equal(Now.AddMinutes(1), BackOff.DisabledTill);
            bench.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Empty(await HistoryAsync());
    }

    [Fact]
    public async Task What_is_blocked_is_not_asked()
    {
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        bench.Prowlarr.RunRssSync();
        bench.Prowlarr.RunRssSync();
        bench.Prowlarr.Search("a film");
        Assert.Equal(1, bench.Tracker.RequestCount);

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Prowlarr.RunRssSync();
        Assert.Equal(Now.AddMinutes(5), BackOff.DisabledTill);
        Assert.Equal(2, (await HistoryAsync()).Count(entry => !entry.GetProperty("successful").GetBoolean()));
    }

    [Fact]
    public async Task An_application_that_just_started_blocks_no_longer_than_five_minutes()
    {
        await using var radarr = await FakeRadarr.StartAsync(new() { Clock = bench.Clock }, TestContext.Current.CancellationToken);
        var indexer = radarr.AddIndexer("Young", bench.Tracker);
        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.TestAsync(radarr);
        await bench.TestAsync(radarr);
        Assert.Equal((1, Now.AddMinutes(1)), (indexer.BackOff.Level, indexer.BackOff.DisabledTill));

        bench.Tracker.Becomes(TrackerBehaviour.RateLimited());
        radarr.RunRssSync();
        Assert.Equal(Now.AddMinutes(1), indexer.BackOff.DisabledTill);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        radarr.RunRssSync();
        Assert.Equal(Now.AddHours(1), indexer.BackOff.DisabledTill);

        bench.Tracker.Becomes(TrackerBehaviour.Unavailable);
        await bench.TestAsync(radarr);
        Assert.Equal(Now.AddMinutes(5), indexer.BackOff.DisabledTill);
    }

    private async Task<IReadOnlyList<JsonElement>> HistoryAsync() =>
        [.. (await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-01")).Body.EnumerateArray()];
}
