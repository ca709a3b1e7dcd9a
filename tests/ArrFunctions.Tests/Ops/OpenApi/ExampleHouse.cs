using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Indexers.Discovery;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.State;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>The product with a Radarr and a Prowlarr, and something of everything that the examples of the document name.</summary>
internal sealed class ExampleHouse : IAsyncDisposable
{
    /// <summary>The media folder of the examples, and where it is here.</summary>
    private const string Media = "/data/media";

    private readonly FakeRadarr radarr;
    private readonly FakeProwlarr prowlarr;
    private readonly Dictionary<string, Dictionary<string, string>> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Task>> before = new(StringComparer.Ordinal);

    private ExampleHouse(FakeRadarr radarr, FakeProwlarr prowlarr, HttpBench http) => (this.radarr, this.prowlarr, Http) = (radarr, prowlarr, http);

    public HttpBench Http { get; }

    /// <summary>What <c>writeImport</c> sends.</summary>
    public byte[] Chunk { get; private set; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ExampleHouse> StartAsync()
    {
        var radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        SampleScores.Fill(radarr, movies: 40);
        var prowlarr = await FakeProwlarr.StartAsync(new() { Folder = "/nowhere" }, Cancellation);
        prowlarr.AddIndexer("Well", new FakeTracker("Well"));
        ConfigurationResult.Valid Start(string media) => (ConfigurationResult.Valid)ConfigurationReader.Read(new ConfigurationSources
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["RADARR_URL"] = radarr.Url.OriginalString,
                ["RADARR_API_KEY"] = radarr.ApiKey,
                ["PROWLARR_URL"] = prowlarr.Url.OriginalString,
                ["PROWLARR_API_KEY"] = prowlarr.ApiKey,
                ["Servarr__PathMappings__0__From"] = "/movies",
                ["Servarr__PathMappings__0__To"] = Path.Combine(media, "movies"),
            },
        });
        var http = await HttpBench.StartAsync(
            with: options => options with { Servarr = Start(options.Audio.Roots[0]).Options.Servarr },
            services: services => services.AddSingleton(provider => new ServarrClients(provider.GetRequiredService<ServarrOptions>(), TimeProvider.System)),
            start: options => Start(options.Audio.Roots[0]));
        var house = new ExampleHouse(radarr, prowlarr, http);
        await house.FillAsync();
        return house;
    }

    /// <summary>An example as it is here: in the place of a path, or of an id that is made when the thing is.</summary>
    public string Here(ApiOperation operation, string name, string example) =>
        own.TryGetValue(operation.Id, out var values) && values.TryGetValue(name, out var value) ? value : example.Replace(Media, Http.Media, StringComparison.Ordinal);

    /// <summary>The other way: what is of this run is told as it could be anywhere.</summary>
    public string Anywhere(string text) => text
        .Replace(Http.Media, Media, StringComparison.Ordinal)
        .Replace(radarr.Url.OriginalString.TrimEnd('/'), "http://radarr:7878", StringComparison.Ordinal)
        .Replace(prowlarr.Url.OriginalString.TrimEnd('/'), "http://prowlarr:9696", StringComparison.Ordinal);

    public Task PrepareAsync(ApiOperation operation) => before.TryGetValue(operation.Id, out var prepare) ? prepare() : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Http.DisposeAsync();
        await radarr.DisposeAsync();
        await prowlarr.DisposeAsync();
    }

    private async Task FillAsync()
    {
        await FillJobsAsync();
        await FillBatchesAsync();
        await FillLibraryAsync();
        await Http.PostAsync("indexers/sweep");
        await Http.PostAsync("indexers/heal");
        await Http.PostAsync("indexers/test?force=true");
        Set("rotateKey", "id", (await Http.PostAsync("keys", """{"name":"turning","role":"read"}""", HttpStatusCode.Created)).GetProperty("id").GetString()!);
        Set("deleteKey", "id", (await Http.PostAsync("keys", """{"name":"spare","role":"read"}""", HttpStatusCode.Created)).GetProperty("id").GetString()!);
        Set("beginSession", "", JsonSerializer.Serialize(new { key = Http.Key }));
        await FillProposalsAsync();
        await FillImportAsync();
        await FillBackupsAsync();
        Set("testCandidate", "", JsonSerializer.Serialize(new { service = "radarr", url = radarr.Url.OriginalString, apiKey = radarr.ApiKey }));
        before["removeFromCache"] = () => Http.GetAsync("indexers");
        await Http.MoveEventsAsync();
    }

    private async Task FillJobsAsync()
    {
        var (fixedId, webhook) = await ImportAsync("Ran (1985)/Ran.mkv", 9001);
        await Http.PumpAsync();
        foreach (var operation in (string[])["getJob", "undoJob"])
        {
            Set(operation, "id", fixedId);
        }

        Set("getWebhook", "webhookId", webhook);
        var (again, _) = await ImportAsync("Ikiru (1952)/Ikiru.mkv", 9002);
        await Http.PumpAsync();
        Set("retryJob", "id", again);
        Set("cancelJob", "id", (await ImportAsync("Stalker (1979)/Stalker.mkv", 9003)).JobId);
    }

    private async Task FillBatchesAsync()
    {
        AddFilm("one/film.mkv");
        AddFilm("broken/film.mkv");
        await using (var cut = File.OpenWrite(Path.Combine(Http.Media, "broken", "film.mkv")))
        {
            cut.SetLength(cut.Length / 2);
        }

        var done = await BatchAsync("one");
        await RunAsync(done);
        Set("getBatch", "id", done);
        Set("listBatchItems", "id", done);
        var broken = await BatchAsync("broken");
        await RunAsync(broken);
        Set("retryBatch", "id", broken);
        AddFilm("later/film.mkv");
        Set("cancelBatch", "id", await BatchAsync("later"));
    }

    private async Task FillLibraryAsync()
    {
        var (from, to) = (await ExportAsync(), await ExportAsync());
        Set("compareExports", "from", from);
        Set("compareExports", "to", to);
        Set("getExport", "id", to);
        Set("getArtifact", "id", to);
    }

    private async Task FillProposalsAsync()
    {
        var store = Http.Services.GetRequiredService<ProposalStore>();
        foreach (var operation in (string[])["confirmProposal", "dismissProposal"])
        {
            var id = JobId.Hash(operation);
            var proposal = new Proposal { Id = id, Instance = "prowlarr", State = ProposalState.Proposed, Name = "Example", Source = "list", FirstSeen = Http.Clock.GetUtcNow() };
            await store.ChangeAsync(id, _ => proposal, told: null, Cancellation);
            Set(operation, "id", id);
        }
    }

    private async Task FillImportAsync()
    {
        Chunk = await StateChunk.PackAsync([new("Example", "00", "a", "{}")], Cancellation);
        Set("writeImport", StateEndpoints.DigestHeader, StateEndpoints.DigestOf(Chunk));
    }

    private async Task FillBackupsAsync()
    {
        var name = (await Http.PostAsync("maintenance/backup")).GetProperty("name").GetString()!;
        Set("downloadBackup", "name", name);
        Set("removeBackup", "name", name);
    }

    private void Set(string operation, string name, string value)
    {
        if (!own.TryGetValue(operation, out var values))
        {
            own[operation] = values = new(StringComparer.Ordinal);
        }

        values[name] = value;
    }

    private async Task<(string JobId, string WebhookId)> ImportAsync(string name, int id)
    {
        AddFilm($"movies/{name}");
        var answer = await Http.PostAsync(
            "webhook/radarr",
            $$$"""{"eventType":"Download","movie":{"id":{{{id}}},"title":"{{{name}}}"},"movieFile":{"id":{{{id}}},"path":"/movies/{{{name}}}","size":{{{new FileInfo(Path.Combine(Http.Media, "movies", name)).Length}}}}}""",
            HttpStatusCode.Accepted);
        return (answer.GetProperty("jobIds")[0].GetString()!, answer.GetProperty("webhookId").GetString()!);
    }

    private async Task<string> BatchAsync(string folder) =>
        (await Http.PostAsync("batch", JsonSerializer.Serialize(new { path = Path.Combine(Http.Media, folder) }), HttpStatusCode.Accepted)).GetProperty("batchId").GetString()!;

    private async Task<string> ExportAsync()
    {
        var id = (await Http.PostAsync("library/export", """{"instance":"radarr"}""", HttpStatusCode.Accepted)).GetProperty("exports")[0].GetProperty("exportId").GetString()!;
        await RunAsync(id);
        return id;
    }

    private Task RunAsync(string id) => Http.Services.GetRequiredService<BatchRun>().RunAsync(id, _ => Http.PumpAsync(Lane.Normal), Cancellation);

    private void AddFilm(string name)
    {
        var path = Path.Combine(Http.Media, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MatroskaWriter.Write(new() { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)] }, path);
    }
}
