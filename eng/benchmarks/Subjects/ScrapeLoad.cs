using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Scrapes of a service that watches indexers and has exported a library.</summary>
internal sealed class ScrapeLoad : IAsyncDisposable
{
    private readonly FakeProwlarr prowlarr;
    private readonly FakeRadarr radarr;
    private readonly ServiceProgram service;
    private readonly HttpClient client;

    private ScrapeLoad(FakeProwlarr prowlarr, FakeRadarr radarr, ServiceProgram service)
    {
        (this.prowlarr, this.radarr, this.service) = (prowlarr, radarr, service);
        client = service.CreateClient(2);
        client.DefaultRequestHeaders.Accept.Clear();
    }

    public static async Task<ScrapeLoad> StartAsync(WorkFolder folder, int indexers, int movies, CancellationToken cancellationToken)
    {
        var prowlarr = await FakeProwlarr.StartAsync(new(), cancellationToken);
        for (var number = 1; number <= indexers; number++)
        {
            prowlarr.AddIndexer($"Indexer {number}", new FakeTracker($"indexer{number}", TrackerBehaviour.Page));
        }

        var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, cancellationToken);
        SampleScores.Fill(radarr, movies, ScoreScale.Trash, seed: 7);
        var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), folder.Subfolder("media"), cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RADARR_URL"] = radarr.Url.OriginalString,
            ["RADARR_API_KEY"] = radarr.ApiKey,
            ["PROWLARR_URL"] = prowlarr.Url.OriginalString,
            ["PROWLARR_API_KEY"] = prowlarr.ApiKey,
        });
        var load = new ScrapeLoad(prowlarr, radarr, service);
        await load.RunAsync("health-sweep", cancellationToken);
        await load.RunAsync("library-export", cancellationToken);
        await load.UntilShownAsync("arrfunctions_export_files{instance=\"radarr\"}", cancellationToken);
        await load.UntilShownAsync($"indexer=\"Indexer {indexers}\"", cancellationToken);
        return load;
    }

    /// <param name="pause">Before it: what collectors keep is over after some seconds.</param>
    public async Task<(double Wall, double Processor, int Bytes)> ScrapeAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await Task.Delay(pause, cancellationToken);
        var (processor, started) = (service.ProcessorTime(), Stopwatch.GetTimestamp());
        var text = await client.GetByteArrayAsync("metrics", cancellationToken);
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (service.ProcessorTime() - processor).TotalMilliseconds, text.Length);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
        await radarr.DisposeAsync();
        await prowlarr.DisposeAsync();
    }

    private async Task RunAsync(string schedule, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsync($"api/schedules/{schedule}/run", content: null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        _ = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    /// <summary>Indexers are kept for a minute, so it may take as long.</summary>
    private async Task UntilShownAsync(string text, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!(await client.GetStringAsync("metrics", cancellationToken)).Contains(text, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"The metrics never showed {text}.");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }
}
