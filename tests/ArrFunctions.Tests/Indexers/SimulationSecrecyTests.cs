using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Metadata.Tmdb;
using ArrFunctions.Tests.Ops.Access;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Indexers;

/// <summary>The keys of indexers and instances are in nothing that a life of sweeps writes, says or measures.</summary>
public sealed class SimulationSecrecyTests
{
    private readonly RecordingTables tables = new(new MemoryTableStore());
    private readonly List<string> said = [];
    private readonly List<string> keys = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_key_of_an_indexer_or_an_instance_is_anywhere()
    {
        using var lines = new LogLines();
        using var eavesdropper = new Eavesdropper(hearsRequests: false);
        using var logs = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        await using var bench = new IndexerBench(new() { DryRun = false, FailingFor = TimeSpan.FromHours(4) }, logs: logs, tables: tables);
        var (prowlarr, sonarr, radarr) = (await bench.ProwlarrAsync(), await bench.SonarrAsync(), await bench.RadarrAsync());
        FakeServarr[] fakes = [prowlarr, sonarr, radarr];
        keys.AddRange(fakes.Select(fake => fake.ApiKey));
        foreach (var answer in Enum.GetValues<TrackerAnswer>())
        {
            var behaviour = new TrackerBehaviour(answer) { ResponseTime = TimeSpan.Zero };
            prowlarr.AddIndexer($"P {answer}", Site($"P {answer}", behaviour));
            sonarr.AddIndexer($"S {answer}", Site($"S {answer}", behaviour));
            radarr.AddIndexer($"R {answer}", Site($"R {answer}", behaviour), protocol: IndexerProtocol.Usenet);
        }

        prowlarr.Connect(sonarr);
        await bench.LiveAsync(TimeSpan.FromHours(8), () => AskAsync(bench));
        foreach (var disturbance in (Disturbance[])[Disturbance.RefusesKey, Disturbance.AnswersPage, Disturbance.Redirects, Disturbance.Failing])
        {
            prowlarr.Disturbance = sonarr.Disturbance = disturbance;
            await bench.LiveAsync(TimeSpan.FromHours(1), () => AskAsync(bench));
        }

        said.AddRange((await bench.EventsAsync()).Select(told => $"{told} {JsonSerializer.Serialize(told)}"));

        Assert.Contains("was tested", lines.Text, StringComparison.Ordinal);
        Assert.Contains("url.path=", eavesdropper.Text, StringComparison.Ordinal);
        Assert.Contains("http.client.request.duration", eavesdropper.Text, StringComparison.Ordinal);
        Assert.Contains("HTTP request failed: [503:ServiceUnavailable] [GET] at [https://", string.Join('\n', tables.Written), StringComparison.Ordinal);
        Assert.Contains(said, text => text.Contains("indexer.disabled", StringComparison.Ordinal));
        (string What, string Text)[] written = [("log", lines.Text), ("metrics", eavesdropper.Text), ("stored", string.Join('\n', tables.Written)), ("said", string.Join('\n', said))];
        foreach (var (what, text) in written)
        {
            Assert.DoesNotContain(keys, key => text.Contains(key, StringComparison.Ordinal) && Tell(what, text, key));
        }
    }

    private static bool Tell(string what, string text, string key)
    {
        var at = text.IndexOf(key, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 100)]}");
        return true;
    }

    private FakeTracker Site(string name, TrackerBehaviour behaviour)
    {
        var site = new FakeTracker(name, behaviour);
        keys.Add(site.ApiKey);
        return site;
    }

    /// <summary>All that a person can ask.</summary>
    private async Task AskAsync(IndexerBench bench)
    {
        if (bench.Now.Minute != 45)
        {
            return;
        }

        said.Add(await bench.HealthAsync());
        said.AddRange((await bench.Get<IndexerWatch>().LookAsync(Cancellation)).Failures.Values.Select(failure => $"{failure}"));
        said.Add(JsonSerializer.Serialize(await bench.Get<IndexersReport>().ReadAsync(instance: null, Cancellation), IndexersJson.Default.IndexerList));
        said.Add(JsonSerializer.Serialize(await bench.Get<IndexerCounts>().ReadAsync(7, Cancellation), IndexersJson.Default.IndexerStatistics));
        said.Add(JsonSerializer.Serialize(await bench.Get<HealPlans>().FindAsync(Cancellation)));
        var control = bench.Get<IndexerControl>();
        said.AddRange((await control.TestAllAsync(isForced: true, "person", Cancellation)).Select(report => $"{report}"));
        foreach (var instance in (string[])["prowlarr", "sonarr", "radarr"])
        {
            said.Add($"{await control.DisableAsync(new(instance, 1), isForced: true, "person", Cancellation)}");
            said.Add($"{await control.EnableAsync(new(instance, 1), isForced: true, "person", Cancellation)}");
            said.Add($"{await control.TestAsync(new(instance, 2), isForced: true, "person", Cancellation)}");
            said.AddRange((await bench.SeenAsync(instance, 2)).Select(seen => $"{seen}"));
        }
    }
}
