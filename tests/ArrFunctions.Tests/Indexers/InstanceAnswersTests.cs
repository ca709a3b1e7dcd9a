using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers;

public sealed class InstanceAnswersTests
{
    private FakeProwlarr? prowlarr;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_who_look_within_five_minutes_share_one_answer()
    {
        await using var bench = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LookAsync(bench)));
        bench.Pass(TimeSpan.FromMinutes(4.9));
        await LookAsync(bench);
        Assert.Equal(1, Lists());
        bench.Pass(TimeSpan.FromMinutes(0.2));
        await LookAsync(bench);
        Assert.Equal(2, Lists());
        var report = bench.Get<InstanceAnswers>().Report();
        Assert.Equal((20, 2), (report.Hits, report.Misses));
    }

    [Fact]
    public async Task One_forgotten_indexer_is_read_again_alone()
    {
        await using var bench = await StartAsync();
        await LookAsync(bench);
        prowlarr!.Switch(prowlarr!.Indexers[0], isOn: false);
        Assert.True((await LookAsync(bench)).Indexers[0].IsOn);
        Assert.True(bench.Get<InstanceAnswers>().Forget("prowlarr:1"));
        Assert.False((await LookAsync(bench)).Indexers[0].IsOn);
        Assert.Equal((1, 1), (Lists(), prowlarr!.Requests.Count(HttpMethod.Get, "/api/v1/indexer/1")));
    }

    [Fact]
    public async Task A_forgotten_instance_is_read_again()
    {
        await using var bench = await StartAsync();
        await LookAsync(bench);
        Assert.True(bench.Get<InstanceAnswers>().Forget("prowlarr"));
        Assert.False(bench.Get<InstanceAnswers>().Forget("radarr"));
        await LookAsync(bench);
        Assert.Equal(2, Lists());
    }

    [Fact]
    public async Task An_instance_that_failed_is_asked_again_by_the_next_who_looks()
    {
        await using var bench = await StartAsync();
        prowlarr!.Disturbance = Disturbance.RefusesKey;
        Assert.Contains("refused the API key", (await LookAsync(bench)).Failures["prowlarr"].Message, StringComparison.Ordinal);
        prowlarr!.Disturbance = Disturbance.None;
        Assert.Empty((await LookAsync(bench)).Failures);
    }

    [Fact]
    public async Task The_instance_that_was_not_used_for_the_longest_time_goes()
    {
        await using var bench = await StartAsync(new() { CachedInstances = 2 });
        await bench.SonarrAsync();
        await bench.RadarrAsync();
        var clients = bench.Get<ServarrClients>();
        var answers = bench.Get<InstanceAnswers>();
        foreach (var name in (string[])["prowlarr", "sonarr", "prowlarr", "radarr"])
        {
            bench.Pass(TimeSpan.FromSeconds(1));
            await answers.OfAsync(clients.Of(name)!, Cancellation);
        }

        Assert.True(answers.Forget("prowlarr"));
        Assert.False(answers.Forget("sonarr"));
        Assert.Equal(1, answers.Report().Evictions);
    }

    private static Task<Look> LookAsync(IndexerBench bench) => bench.Get<IndexerWatch>().LookAsync(Cancellation);

    private int Lists() => prowlarr!.Requests.Count(HttpMethod.Get, "/api/v1/indexer");

    private async Task<IndexerBench> StartAsync(IndexersOptions? options = null)
    {
        var bench = new IndexerBench(options: options);
        prowlarr = await bench.ProwlarrAsync();
        prowlarr.AddIndexer("Demo A", new FakeTracker("Demo A"));
        prowlarr.AddIndexer("Demo B", new FakeTracker("Demo B"));
        return bench;
    }
}
