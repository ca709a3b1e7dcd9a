using ArrFunctions.Audio;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Library;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Indexers;

public sealed class HealthEvidenceTests
{
    [Fact]
    public async Task A_health_event_counts_against_the_indexers_that_it_names()
    {
        await using var bench = await StartAsync();
        await ReceiveAsync(bench, "Health", "IndexerStatusCheck", "Indexers unavailable due to failures: Demo A");
        var seen = Assert.Single(await bench.SeenAsync("prowlarr", 1), observation => observation.Source is ObservationSource.Webhook);
        Assert.Equal(ObservationOutcome.Failed, seen.Outcome);
        Assert.Equal(bench.Now, (await bench.RecordAsync("prowlarr", 1)).FailingSince);
        Assert.DoesNotContain(await bench.SeenAsync("prowlarr", 2), observation => observation.Source is ObservationSource.Webhook);
    }

    [Fact]
    public async Task That_it_is_over_is_no_proof_that_an_indexer_works()
    {
        await using var bench = await StartAsync();
        await ReceiveAsync(bench, "Health", "IndexerStatusCheck", "Indexers unavailable due to failures: Demo A, Demo B");
        var since = bench.Now;
        bench.Pass(TimeSpan.FromMinutes(20));
        await ReceiveAsync(bench, "HealthRestored", "IndexerStatusCheck", "Indexers unavailable due to failures: Demo A, Demo B");
        Assert.Equal(since, (await bench.RecordAsync("prowlarr", 2)).FailingSince);
        Assert.Equal(
            [ObservationOutcome.Failed, ObservationOutcome.Unblocked],
            (await bench.SeenAsync("prowlarr", 2)).Where(observation => observation.Source is ObservationSource.Webhook).Select(observation => observation.Outcome));
    }

    [Theory]
    [InlineData("UpdateCheck", "Demo A")]
    [InlineData("IndexerStatusCheck", "Indexers unavailable due to failures: Demo Abc")]
    [InlineData("IndexerStatusCheck", null)]
    public async Task Other_health_events_say_nothing_of_an_indexer(string check, string? message)
    {
        await using var bench = await StartAsync();
        await ReceiveAsync(bench, "Health", check, message);
        Assert.DoesNotContain(await bench.SeenAsync("prowlarr", 1), observation => observation.Source is ObservationSource.Webhook);
    }

    private static async Task<IndexerBench> StartAsync()
    {
        var bench = new IndexerBench();
        var prowlarr = await bench.ProwlarrAsync();
        prowlarr.AddIndexer("Demo A", new FakeTracker("Demo A"));
        prowlarr.AddIndexer("Demo B", new FakeTracker("Demo B"));
        await bench.HealthAsync();
        bench.Pass(TimeSpan.FromMinutes(1));
        return bench;
    }

    private static Task<WebhookReply> ReceiveAsync(IndexerBench bench, string eventType, string check, string? message) => new WebhookIntake(
        new(bench.Get<ServarrOptions>(), new AudioOptions()),
        new(bench.Get<ArrFunctions.Platform.ITableStore>()),
        bench.Get<ArrFunctions.Jobs.JobLedger>(),
        bench.Get<ArrFunctions.Indexers.Watch.HealthEvidence>(),
        new(new(bench.Get<ArrFunctions.Platform.ITableStore>()), new LibraryOptions()),
        bench.Get<ServarrOptions>(),
        bench.Get<ArrFunctions.Ops.Events.OutboxSignal>(),
        bench.Clock,
        NullLogger<WebhookIntake>.Instance).AcceptAsync(
            new(
                ServarrService.Prowlarr,
                RouteInstance: null,
                new() { EventType = eventType, Type = check, Message = message, Level = "warning" },
                Signature: null),
            TestContext.Current.CancellationToken);
}
