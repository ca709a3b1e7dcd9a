using System.Globalization;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>A household of a size, for looking at the dashboard: libraries, indexers with days behind them, and jobs that have ended.</summary>
internal sealed class DashboardWorld : IAsyncDisposable
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(10);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(12);

    private DashboardWorld(FakeRadarr radarr, FakeSonarr sonarr, FakeProwlarr prowlarr) => (Radarr, Sonarr, Prowlarr) = (radarr, sonarr, prowlarr);

    public FakeRadarr Radarr { get; }

    public FakeSonarr Sonarr { get; }

    public FakeProwlarr Prowlarr { get; }

    /// <summary>What the service is told.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RADARR_URL"] = Radarr.Url.OriginalString, ["RADARR_API_KEY"] = Radarr.ApiKey,
        ["SONARR_URL"] = Sonarr.Url.OriginalString, ["SONARR_API_KEY"] = Sonarr.ApiKey,
        ["PROWLARR_URL"] = Prowlarr.Url.OriginalString, ["PROWLARR_API_KEY"] = Prowlarr.ApiKey,
        ["Logs__Level"] = "warning", ["Tmdb__Enabled"] = "false",
    };

    /// <param name="movies">And five times as many episodes.</param>
    /// <param name="indexers">One in ten fails.</param>
    public static async Task<DashboardWorld> BuildAsync(int movies, int indexers, CancellationToken cancellationToken)
    {
        var clock = new LaggingClock { Lag = Past };
        var world = new DashboardWorld(
            await FakeRadarr.StartAsync(new(), cancellationToken), await FakeSonarr.StartAsync(new(), cancellationToken), await FakeProwlarr.StartAsync(new() { Clock = clock }, cancellationToken));
        SampleScores.Fill(world.Radarr, movies);
        SampleScores.Fill(world.Sonarr, Math.Max(1, movies * 8 / 100), movies * 5);
        for (var number = 1; number <= indexers; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Indexer {number:000}");
            world.Prowlarr.AddIndexer(name, new(name, number % 10 == 0 ? TrackerBehaviour.Unavailable : TrackerBehaviour.Works()));
        }

        for (; clock.Lag > Pause; clock.Lag -= Pause)
        {
            world.Prowlarr.RunRssSync();
        }

        clock.Lag = TimeSpan.Zero;
        return world;
    }

    /// <summary>Writes jobs into the state of a service that does not run.</summary>
    public static async Task RecordJobsAsync(string dataFolder, int count, CancellationToken cancellationToken)
    {
        await using var file = SqliteStateFile.Open(new SqliteOptions { Folder = dataFolder }, NullLogger<SqliteStateFile>.Instance);
        using var signal = new OutboxSignal();
        var ledger = new JobLedger(new JobStore(new SqliteTableStore(file)), new SqliteWorkQueue(file, TimeProvider.System), new JobsOptions(), signal, TimeProvider.System);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (number, patience) =>
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"A Film of Some Name {number}");
            var path = $"/data/media/movies/{title} (2019)/{title} (2019) [WEBDL-1080p].mkv";
            await ledger.RecordAsync(
                new() { Id = JobId.New(), Kind = JobKind.Audio, Source = JobSource.Webhook, Lane = Lane.Webhook, Path = path, Title = title, Instance = "radarr", FileId = number + 1 },
                (number % 50) switch
                {
                    0 => new JobOutcome.Failed("damaged") { Reason = "the file is not whole: it ends within a cluster" },
                    < 10 => new JobOutcome.Skipped("noTrack") { Reason = "no track has a wanted language" },
                    < 30 => new JobOutcome.Succeeded(JobResult.AlreadyCorrect) { Reason = "Japanese is the default already" },
                    _ => new JobOutcome.Succeeded(JobResult.Changed) { Reason = "Japanese is the original language; main track" },
                },
                patience);
        });
    }

    /// <summary>Looks at the indexers and exports both libraries.</summary>
    /// <param name="client">With the address and a key of the service.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task LookAsync(HttpClient client, CancellationToken cancellationToken)
    {
        foreach (var path in new[] { "api/indexers/sweep", "api/library/export" })
        {
            using var answer = await client.PostAsync(path, content: null, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }

        while (true)
        {
            using var answer = JsonDocument.Parse(await client.GetStringAsync("api/library/exports", cancellationToken));
            if (answer.RootElement.GetProperty("exports").EnumerateArray().All(static export => export.TryGetProperty("ended", out var ended) && ended.ValueKind is not JsonValueKind.Null))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Radarr.DisposeAsync();
        await Sonarr.DisposeAsync();
        await Prowlarr.DisposeAsync();
    }
}
