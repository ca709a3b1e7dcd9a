using ArrFunctions.Audio;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Jobs;
using ArrFunctions.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>Both fakes over HTTP, and the reconciliation over a job engine in memory; all have the same clock.</summary>
internal sealed class ReconciliationBench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private ServarrClients? clients;

    private ReconciliationBench(CutOff? cut) => Jobs = new(cut: cut);

    public JobBench Jobs { get; }

    public FakeSonarr Sonarr { get; private set; } = null!;

    public FakeRadarr Radarr { get; private set; } = null!;

    public ServarrOptions Servarr { get; private set; } = null!;

    public AudioOptions Audio => new() { Roots = [folder.FullName] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ReconciliationBench> StartAsync(CutOff? cut = null, Instance? radarr = null)
    {
        var bench = new ReconciliationBench(cut);
        bench.Sonarr = await FakeSonarr.StartAsync(bench.Settings("tv"), Cancellation);
        bench.Radarr = await FakeRadarr.StartAsync(bench.Settings("movies"), Cancellation);
        bench.Servarr = new()
        {
            Instances = [Of("sonarr", ServarrService.Sonarr, bench.Sonarr), radarr ?? Of("radarr", ServarrService.Radarr, bench.Radarr)],
            PathMappings = [new("/tv", bench.Local("tv"), Instance: null), new("/movies", bench.Local("movies"), Instance: null)],
        };
        bench.clients = new(bench.Servarr, TimeProvider.System);
        return bench;
    }

    public string Local(params string[] names) => Path.Combine([folder.FullName, .. names]);

    public Task<string> RunAsync() => new Reconciliation(
        clients!,
        Servarr,
        Audio,
        Jobs.Ledger,
        new ReconciliationCursors(Jobs.Get<ITableStore>()),
        Jobs.Clock,
        NullLogger<Reconciliation>.Instance).RunAsync(Cancellation);

    /// <summary>Takes in an event as if it had come from the network.</summary>
    public Task<WebhookReply> ReceiveAsync(ServarrService service, LibraryFile file)
    {
        var reading = new WebhookReading(Servarr, Audio);
        var intake = new WebhookIntake(
            reading, new(Jobs.Tables), Jobs.Ledger, Evidences.Over(Jobs.Tables, Jobs.Get<OutboxSignal>(), Jobs.Clock), new(new(Jobs.Tables), new ArrFunctions.Library.LibraryOptions()), Servarr, Jobs.Get<OutboxSignal>(), Jobs.Clock, NullLogger<WebhookIntake>.Instance);
        var told = new FilePayload { Id = file.Id, Path = file.Path, Size = file.Size };
        WebhookPayload payload = service is ServarrService.Radarr
            ? new() { EventType = "Download", Movie = new(), MovieFile = told }
            : new() { EventType = "Download", Series = new(), EpisodeFile = told };
        return intake.AcceptAsync(new(service, RouteInstance: null, payload, Signature: null), Cancellation);
    }

    /// <summary>A file in its place.</summary>
    public Import File(string library, string titleFolder, string relativePath)
    {
        var path = Local(library, titleFolder, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "a file");
        return new() { RelativePath = relativePath, Languages = [ServarrLanguage.German] };
    }

    /// <summary>A film whose event was lost.</summary>
    public LibraryFile LoseFilm(string title) => Radarr.ImportUnannounced(
        Radarr.AddMovie(title, 2019, ServarrLanguage.German), File("movies", $"{title} (2019)", "film.mkv"));

    public async Task<IReadOnlyList<Job>> AllAsync() => (await Jobs.Store.ListAsync(groups: null, limit: 1000, cursor: null, Cancellation)).Jobs;

    public async ValueTask DisposeAsync()
    {
        clients?.Dispose();
        await Sonarr.DisposeAsync();
        await Radarr.DisposeAsync();
        Jobs.Dispose();
        folder.Delete(recursive: true);
    }

    private static Instance Of(string name, ServarrService service, FakeServarr fake) =>
        new() { Name = name, Service = service, Url = fake.Url, ApiKey = fake.ApiKey };

    private FakeServarrSettings Settings(string name) => new() { Folder = Local(name), RootFolder = $"/{name}", Clock = Jobs.Clock };
}
