using System.Net;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Library.Http;

/// <summary>The routes of the library over a played Radarr and Sonarr with some files each.</summary>
internal sealed class ExportBench : IAsyncDisposable
{
    private ExportBench(FakeRadarr radarr, FakeSonarr sonarr, HttpBench http) => (Radarr, Sonarr, Http) = (radarr, sonarr, http);

    public FakeRadarr Radarr { get; }

    public FakeSonarr Sonarr { get; }

    public HttpBench Http { get; }

    /// <summary>How often the instances were asked anything.</summary>
    public int Calls => Radarr.Requests.All.Count + Sonarr.Requests.All.Count;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="radarrKey">Null: the one that Radarr wants.</param>
    public static async Task<ExportBench> StartAsync(string? radarrKey = null)
    {
        var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        var sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
        SampleScores.Fill(radarr, movies: 200);
        SampleScores.Fill(sonarr, series: 3, episodes: 60);
        radarr.AddIndexer("Demo A", new("Demo A"));
        var servarr = new ServarrOptions
        {
            Instances =
            [
                Of("radarr", ServarrService.Radarr, radarr, radarrKey),
                Of("sonarr", ServarrService.Sonarr, sonarr),
                new() { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = new("http://127.0.0.1:9"), ApiKey = "k" },
            ],
        };

        // What goes over the network takes real time.
        var http = await HttpBench.StartAsync(
            with: options => options with { Servarr = servarr }, services: services => services.AddSingleton(new ServarrClients(servarr, TimeProvider.System)));
        return new(radarr, sonarr, http);
    }

    /// <summary>Begins an export over HTTP and has it worked on to its end.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> ExportAsync(string instance)
    {
        var answer = await Http.PostAsync("library/export", $$"""{"instance":"{{instance}}"}""", HttpStatusCode.Accepted);
        var id = answer.GetProperty("exports")[0].GetProperty("exportId").GetString()!;
        await RunAsync(id);
        return id;
    }

    public Task RunAsync(string id) => Http.Services.GetRequiredService<BatchRun>().RunAsync(id, _ => Http.PumpAsync(Lane.Normal), Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        await Radarr.DisposeAsync();
        await Sonarr.DisposeAsync();
    }

    private static Instance Of(string name, ServarrService service, FakeServarr fake, string? key = null) =>
        new() { Name = name, Service = service, Url = fake.Url, ApiKey = key ?? fake.ApiKey };
}
