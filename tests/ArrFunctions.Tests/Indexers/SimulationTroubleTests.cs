using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Tests.Indexers;

/// <summary>An instance in trouble: what is wrong is told in a sentence, the others go on, and no indexer pays for it.</summary>
public sealed class SimulationTroubleTests(ITestOutputHelper output)
{
    private static readonly string[] OfProwlarr = ["indexer", "indexerstatus", "health", "applications", "history/since", "indexer/test", "indexer/bulk"];

    private static readonly string[] OfSonarr = ["indexer", "health", "indexer/test", "indexer/bulk"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Disturbance.RefusesKey, "refused the API key (401)")]
    [InlineData(Disturbance.Starting, "is starting")]
    [InlineData(Disturbance.Failing, "failed (500): It failed")]
    [InlineData(Disturbance.FailingWithPage, "failed (500)")]
    [InlineData(Disturbance.RateLimited, "failed (429)")]
    [InlineData(Disturbance.AnswersPage, "answered with a page instead of data")]
    [InlineData(Disturbance.AnswersWrongJson, "that cannot be read")]
    [InlineData(Disturbance.Redirects, "redirects to /elsewhere")]
    [InlineData(Disturbance.CutOff, "cannot be reached: the connection")]
    public async Task Trouble_with_any_call_is_told_in_a_sentence_and_counts_against_no_indexer(Disturbance disturbance, string words)
    {
        (string Instance, string Route)[] calls = [.. OfProwlarr.Select(route => ("prowlarr", route)), .. OfSonarr.Select(route => ("sonarr", route))];
        var failures = await Task.WhenAll(calls.Select(async call => (call, Wrong: await TryAsync(call.Instance, call.Route, disturbance, words))));
        Assert.Empty(failures.SelectMany(one => one.Wrong.Select(wrong => $"{one.call}: {wrong}")));
    }

    [Fact]
    public async Task What_comes_in_small_pieces_is_put_together()
    {
        await using var bench = await BenchAsync();
        bench.Sonarr.Disturbance = bench.Prowlarr.Disturbance = Disturbance.Dripping;
        bench.Sonarr.Disturbances.DripPause = bench.Prowlarr.Disturbances.DripPause = TimeSpan.Zero;

        await bench.Bench.HealthAsync();
        await bench.Bench.HealAsync();

        Assert.Equal([false, true, true], bench.Prowlarr.Indexers.Select(indexer => indexer.IsEnabled));
        Assert.Equal([false, true, true, false, true, true], OwnFirst(bench.Sonarr));
    }

    private async Task<IReadOnlyList<string>> TryAsync(string instance, string route, Disturbance disturbance, string words)
    {
        await using var house = await BenchAsync();
        var (bench, wrong) = (house.Bench, new List<string>());
        FakeServarr troubled = instance == "prowlarr" ? house.Prowlarr : house.Sonarr;
        FakeServarr other = instance == "prowlarr" ? house.Sonarr : house.Prowlarr;
        troubled.Disturbances.Set(route, disturbance);

        var told = await bench.HealthAsync();
        var plan = await bench.HealAsync();
        var list = await bench.Get<IndexersReport>().ReadAsync(instance: null, Cancellation);

        string[] sentences = [told, plan.InWords(), .. plan.Indexers.Select(entry => $"{entry.Reason} {entry.Test}"), .. list.Instances.Select(one => one.Error ?? "")];
        output.WriteLine($"{instance} {route} {disturbance}: {told} | {plan.InWords()}");
        string[] expected = (route, disturbance) is ("indexer/bulk", Disturbance.AnswersWrongJson)
            ? ["not done: its instance took the change and did not keep it: it is on"] // What it answers to a change is not read; what it has is.
            : [$"{instance} at {troubled.Url.OriginalString} ", words];
        Check(sentences.Any(sentence => expected.All(part => sentence.Contains(part, StringComparison.Ordinal))), $"not told: {string.Join(" | ", sentences)}");
        Check(!other.Indexers.Single(indexer => indexer.Name == "Dead").IsEnabled, "the other instance was kept");
        Check(house.Radarr.Indexers.All(indexer => indexer.IsEnabled), "the third instance was changed");
        Check(troubled.Indexers.Where(indexer => indexer.Name.StartsWith("Well", StringComparison.Ordinal)).All(indexer => indexer.IsEnabled), "a well one was switched");
        foreach (var indexer in troubled.Indexers.Where(indexer => !indexer.Name.Contains("Prowlarr", StringComparison.Ordinal)))
        {
            var record = await bench.RecordAsync(instance, indexer.Id);
            var seen = (await bench.SeenAsync(instance, indexer.Id)).Where(one => one.Time >= bench.Now).ToList();
            Check(indexer.Name == "Dead" || record.FailingSince is null, $"{indexer.Name} fails");
            Check(indexer.Name != "Dead" || record.LastAnswer is null, "the dead one lives");
            Check(indexer.Name == "Dead" || !seen.Any(one => one is { Outcome: ObservationOutcome.Failed, Class: not FailureClass.ArrDown }), $"{indexer.Name} has a strike");
        }

        return wrong;

        void Check(bool isRight, string otherwise)
        {
            if (!isRight)
            {
                wrong.Add(otherwise);
            }
        }
    }

    /// <summary>In Prowlarr and in Sonarr one indexer has been failing for long, so that a heal sweep tests and switches.</summary>
    private static async Task<House> BenchAsync()
    {
        var bench = new IndexerBench();
        var (prowlarr, sonarr, radarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync(), await bench.RadarrAsync());
        foreach (var (name, behaviour) in (IEnumerable<(string, TrackerBehaviour?)>)[("Dead", TrackerBehaviour.Unavailable), ("Well A", null), ("Well B", null)])
        {
            prowlarr.AddIndexer(name, new($"Managed {name}", behaviour));
            sonarr.AddIndexer(name, new($"Sonarr {name}", behaviour));
            radarr.AddIndexer($"Radarr {name}", new($"Radarr {name}"));
        }

        prowlarr.Connect(sonarr);
        bench.Pass(TimeSpan.FromHours(14));
        foreach (var instance in (string[])["prowlarr", "sonarr"])
        {
            await bench.Get<Evidence>().AddAsync(
                new(instance, 1),
                "Dead",
                [.. Enumerable.Range(0, 6).Select(time => ObservationBench.Failed(bench.Now.AddHours(-13).AddHours(time * 2.5), FailureClass.Server))],
                Cancellation);
        }

        prowlarr.RunRssSync();
        bench.Pass(TimeSpan.FromMinutes(2));
        return new(bench, prowlarr, sonarr, radarr);
    }

    private static IEnumerable<bool> OwnFirst(FakeSonarr sonarr) =>
        sonarr.Indexers.OrderBy(indexer => indexer.Name.Contains("Prowlarr", StringComparison.Ordinal)).Select(indexer => indexer.IsEnabled);

    private sealed record House(IndexerBench Bench, FakeProwlarr Prowlarr, FakeSonarr Sonarr, FakeRadarr Radarr) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Bench.DisposeAsync();
    }
}
