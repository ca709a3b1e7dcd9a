using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs;
using ArrFunctions.Library;
using ArrFunctions.Library.Exports;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Ops.Metrics;

/// <summary>A service in which everything has happened that is measured.</summary>
internal sealed class FilledHouse : IAsyncDisposable
{
    public const string Hostile = "Bad \"Site\" {x=\"y\"} \\ # HELP";

    private readonly FakeProwlarr prowlarr;

    private readonly FakeRadarr radarr;

    private FilledHouse(FakeProwlarr prowlarr, FakeRadarr radarr, HttpBench bench) => (this.prowlarr, this.radarr, Bench) = (prowlarr, radarr, bench);

    public HttpBench Bench { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FilledHouse> StartAsync()
    {
        var prowlarr = await FakeProwlarr.StartAsync(new(), Cancellation);
        var radarr = await FakeRadarr.StartAsync(new(), Cancellation);
        var blocked = prowlarr.AddIndexer(Hostile, new FakeTracker("bad", TrackerBehaviour.RateLimited(TimeSpan.FromHours(1))));
        prowlarr.RunRssSync();
        var bench = await HttpBench.StartAsync(with: options => options with
        {
            MediaServers = new() { Servers = [new() { Name = "plex", Kind = MediaServerKind.Plex, Url = new("http://localhost:1"), ApiKey = "none", Variable = "MediaServers__0" }] },
            Servarr = new()
            {
                Instances =
                [
                    new() { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = prowlarr.Url, ApiKey = prowlarr.ApiKey },
                    new() { Name = "films", Service = ServarrService.Radarr, Url = radarr.Url, ApiKey = radarr.ApiKey },
                ],
            },
        });
        var house = new FilledHouse(prowlarr, radarr, bench);
        await house.WorkAsync().WaitAsync(TimeSpan.FromSeconds(15), Cancellation);
        await house.SeeIndexerAsync(blocked.Id).WaitAsync(TimeSpan.FromSeconds(15), Cancellation);
        await house.ExportAsync();
        await bench.PostAsync("maintenance/backup");
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await prowlarr.DisposeAsync();
        await radarr.DisposeAsync();
    }

    /// <summary>A file that is there and none of ours, one that is not there, one that waits for a worker; a timer; requests; a question to TMDB; faults.</summary>
    private async Task WorkAsync()
    {
        var film = Path.Combine(Bench.Media, "film.mkv");
        await File.WriteAllTextAsync(film, "no film", Cancellation);
        await Bench.Ledger.SubmitAsync(JobBench.Wanted(path: film), Cancellation);
        await Bench.Ledger.SubmitAsync(JobBench.Wanted(number: 2, path: Path.Combine(Bench.Media, "later.mp4")), Cancellation);
        await Bench.Ledger.SubmitAsync(JobBench.Wanted(number: 3, lane: Lane.Low), Cancellation);
        await Bench.PumpAsync();
        await Bench.PostAsync("schedules/job-sweep/run");
        await Bench.MoveEventsAsync();
        Bench.Services.GetRequiredService<TmdbClient>().Answers.Add("200");
        var logs = Bench.Services.GetRequiredService<ILoggerFactory>();
        for (var part = 0; part < 201; part++)
        {
            Fault(logs.CreateLogger($"ArrFunctions.Part{part:d3}.Some"));
        }
    }

    private static void Fault(ILogger logger) => LoggerMessage.Define(LogLevel.Error, default, "secret words")(logger, new IOException("secret words"));

    private async Task SeeIndexerAsync(int id)
    {
        var (key, now) = (new IndexerKey("prowlarr", id), Bench.Clock.GetUtcNow());
        await Bench.Services.GetRequiredService<InstanceAnswers>().OfAsync(Bench.Services.GetRequiredService<ServarrClients>().Of("prowlarr")!, Cancellation);
        await Bench.Services.GetRequiredService<Evidence>().AddAsync(
            key,
            Hostile,
            [
                new() { Time = now.AddHours(-2), Source = ObservationSource.Test, Outcome = ObservationOutcome.Ok },
                new() { Time = now.AddHours(-1), Source = ObservationSource.Test, Outcome = ObservationOutcome.Failed },
            ],
            Cancellation);
        await Bench.Services.GetRequiredService<IndexerRecords>().ChangeAsync(key, record => record with { Name = Hostile, Flags = IndexerFlags.On }, told: null, Cancellation);
    }

    private async Task ExportAsync()
    {
        var (id, now) = (JobId.New(), Bench.Clock.GetUtcNow());
        var run = new ExportRun
        {
            Id = id,
            Instance = "films",
            Service = ServarrService.Radarr,
            Actor = "test",
            Started = now.AddMinutes(-2),
            IsSurveyed = true,
            Snapshot = new(now, id, Files: 3, Bytes: 100, MeanScore: 12.5, MedianScore: 10, AtCutoff: 1, Negative: 1, Candidates: 2, Health: 50),
            Scores = [new("HD \"best\"", [1, .. new long[ScoreCounts.Bounds.Count - 1], 2], -9000)],
        };
        var state = LibraryStore.Json(new() { ExportId = id, Collected = now }, LibraryJson.Default.LibraryState);
        await Bench.Services.GetRequiredService<ExportStore>().SetAsync(run, [new TableChange.Upsert(LibraryKeys.State, state)], Cancellation);
    }
}
