using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What can be wrong with a single route of a fake, and what it remembers of its requests.</summary>
public sealed class DisturbanceTests : IAsyncLifetime
{
    private IndexerBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await IndexerBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Theory]
    [InlineData(Disturbance.RateLimited, 429, "")]
    [InlineData(Disturbance.FailingWithPage, 500, "<html>")]
    [InlineData(Disturbance.AnswersWrongJson, 200, "[{\"id\":\"seven\"")]
    [InlineData(Disturbance.RefusesKey, 401, "")]
    public async Task One_route_alone_is_disturbed(Disturbance disturbance, int status, string beginning)
    {
        bench.Sonarr.Disturbances.Set("indexer", disturbance);
        bench.Sonarr.Disturbances.Set("indexer/schema", Disturbance.None);

        var reply = await bench.GetAsync(bench.Sonarr, "indexer/1");
        Assert.Equal(status, reply.Status);
        Assert.StartsWith(beginning, reply.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await bench.GetAsync(bench.Sonarr, "indexer/schema")).Status);
        Assert.Equal(200, (await bench.GetAsync(bench.Sonarr, "health")).Status);

        bench.Sonarr.Disturbances.Clear();
        Assert.Equal(200, (await bench.GetAsync(bench.Sonarr, "indexer/1")).Status);
    }

    [Fact]
    public async Task An_answer_can_end_in_the_middle()
    {
        bench.Prowlarr.Disturbances.Set("indexer", Disturbance.CutOff);
        await Assert.ThrowsAsync<HttpRequestException>(() => bench.GetAsync(bench.Prowlarr, "indexer"));
    }

    [Fact]
    public async Task An_answer_can_come_slowly()
    {
        bench.Prowlarr.Disturbances.Set("tag", Disturbance.Dripping);
        bench.Prowlarr.Disturbances.Latency = TimeSpan.FromSeconds(30);
        var (start, reply) = (bench.Clock.GetUtcNow(), bench.GetAsync(bench.Prowlarr, "tag"));
        while (!reply.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("[]", (await reply).Text);
        Assert.True(bench.Clock.GetUtcNow() >= start.AddSeconds(31));
    }

    [Fact]
    public async Task Requests_are_counted_without_their_query()
    {
        await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-01");
        await bench.GetAsync(bench.Prowlarr, "history/since?date=2026-01-02");
        await bench.GetAsync(bench.Prowlarr, "indexer");
        Assert.Equal(2, bench.Prowlarr.Requests.Count(HttpMethod.Get, "/api/v1/history/since"));
        Assert.Equal(3, bench.Prowlarr.Requests.All.Count);

        bench.Prowlarr.Requests.Clear();
        Assert.Empty(bench.Prowlarr.Requests.All);
    }
}
