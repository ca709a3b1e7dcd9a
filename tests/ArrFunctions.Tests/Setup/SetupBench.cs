using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using ArrFunctions.Tests.Ops.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Setup;

/// <summary>The whole product on a free port, and a Radarr (films) and a Sonarr (series) that are played, with a library each.</summary>
internal sealed class SetupBench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication service = null!;

    public FakeRadarr Radarr { get; private set; } = null!;

    public FakeSonarr Sonarr { get; private set; } = null!;

    public LogLines Logs { get; } = new();

    public Uri Url => new(service.Urls.Single());

    /// <summary>Where the media really are, and the folder that is configured.</summary>
    public string Media => Path.Combine(folder.FullName, "media");

    public IServiceProvider Services => service.Services;

    public KeyStore Keys => Services.GetRequiredService<KeyStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SetupBench> StartAsync(
        string? rootFolder = null, IReadOnlyList<PathMapping>? mappings = null, Func<Instance, Instance>? with = null, bool hasRoots = true)
    {
        var bench = new SetupBench();
        bench.Radarr = await FakeRadarr.StartAsync(
            new() { Folder = Path.Combine(bench.Media, "films"), RootFolder = rootFolder, UrlBase = "/radarr" }, Cancellation);
        bench.Sonarr = await FakeSonarr.StartAsync(new() { Folder = Path.Combine(bench.Media, "series") }, Cancellation);
        Instance[] instances =
        [
            new() { Name = "films", Service = ServarrService.Radarr, Url = bench.Radarr.Url, ApiKey = bench.Radarr.ApiKey },
            new() { Name = "series", Service = ServarrService.Sonarr, Url = bench.Sonarr.Url, ApiKey = bench.Sonarr.ApiKey },
            new() { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = new("http://127.0.0.1:1"), ApiKey = "no-key-of-anybody" },
        ];
        Directory.CreateDirectory(Path.Combine(bench.Media, "films"));
        Directory.CreateDirectory(Path.Combine(bench.Media, "series"));
        await bench.ServeAsync(new()
        {
            Audio = new AudioOptions { Roots = hasRoots ? [bench.Media] : [] },
            Servarr = new() { Instances = [.. instances.Select(with ?? (instance => instance))], PathMappings = mappings ?? [] },
        });
        return bench;
    }

    /// <summary>Radarr and Sonarr are there, and nobody configured them.</summary>
    public static async Task<SetupBench> StartEmptyAsync(string? rootFolder = null, Func<SetupBench, (string Name, string Value)[]>? environment = null)
    {
        var bench = new SetupBench();
        bench.Radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(bench.Media, "films"), RootFolder = rootFolder, UrlBase = "/radarr" }, Cancellation);
        bench.Sonarr = await FakeSonarr.StartAsync(new() { Folder = Path.Combine(bench.Media, "series") }, Cancellation);
        Directory.CreateDirectory(Path.Combine(bench.Media, "films"));
        var read = ConfigurationReader.Read(new ConfigurationSources
        {
            Environment = (environment?.Invoke(bench) ?? []).ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal),
        });
        var start = Assert.IsType<ConfigurationResult.Valid>(read);
        await bench.ServeAsync(start.Options, start);
        return bench;
    }

    /// <summary>Adds Radarr as an admin would.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> AddRadarrAsync(string name = "films") => AskAsync(HttpMethod.Post, "instances", RadarrBody(name));

    public string RadarrBody(string name) => JsonSerializer.Serialize(new { name, service = "radarr", url = Radarr.Url.OriginalString, apiKey = Radarr.ApiKey });

    public Task<WebhookSetupOutcome> ConnectAsync(string instance = "films", Uri? url = null) =>
        Services.GetRequiredService<WebhookSetup>().RunAsync(instance, url ?? Url, "test", Cancellation);

    public async Task<MappingReport> CheckAsync(string instance = "films") =>
        Assert.Single(await Services.GetRequiredService<MappingCheck>().RunAsync(instance, Cancellation));

    /// <summary>A film whose file Radarr imported.</summary>
    public async Task<LibraryFile> FilmAsync(string title)
    {
        var movie = Radarr.AddMovie(title, 2019, ServarrLanguage.English);
        var path = Path.Combine(Media, "films", movie.Folder, $"{title}.mkv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "a film", Cancellation);
        return await Radarr.ImportAsync(movie, new() { RelativePath = $"{title}.mkv", Languages = [ServarrLanguage.English] }, Cancellation);
    }

    /// <summary>The connections of Radarr as its API shows them.</summary>
    public async Task<IReadOnlyList<JsonObject>> ConnectionsAsync()
    {
        var text = await SendAsync(HttpMethod.Get, $"{Radarr.Url}/api/v3/notification", ("X-Api-Key", Radarr.ApiKey));
        return [.. JsonNode.Parse(text.Body)!.AsArray().Select(connection => connection!.AsObject())];
    }

    public Task<(HttpStatusCode Status, string Body)> AddConnectionAsync(JsonObject connection) =>
        SendAsync(HttpMethod.Post, $"{Radarr.Url}/api/v3/notification?forceSave=true", ("X-Api-Key", Radarr.ApiKey), connection.ToJsonString());

    /// <summary>A request to the product as an admin.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(HttpMethod method, string path, string? body = null)
    {
        var key = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "data", "initial-key"), Cancellation);
        var (status, text) = await SendAsync(method, $"{Url}api/{path}", ("X-Api-Key", key.Trim()), body);
        return (status, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>The same with a key of another role.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(Role role, HttpMethod method, string path, string? body = null)
    {
        var key = KeyText.New();
        await Keys.AddAsync(key, role.ToString(), role, "test", Cancellation);
        var (status, text) = await SendAsync(method, $"{Url}api/{path}", ("X-Api-Key", key.Text), body);
        return (status, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public async Task<IReadOnlyList<string>> KeyNamesAsync() => [.. (await Keys.ListAsync(Cancellation)).Select(key => key.Name)];

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await service.DisposeAsync();
        await Radarr.DisposeAsync();
        await Sonarr.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task ServeAsync(ArrFunctionsOptions options, ConfigurationResult.Valid? start = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
        builder.Services
            .AddSingleton<MemoryTableStore>()
            .AddSingleton<ITableStore>(static provider => provider.GetRequiredService<MemoryTableStore>())
            .AddSingleton<ITableScan>(static provider => provider.GetRequiredService<MemoryTableStore>())
            .AddSingleton<IWorkQueue>(new MemoryWorkQueue(TimeProvider.System))
            .AddSingleton<IArtifactStore>(new MemoryArtifactStore(TimeProvider.System))
            .AddArrFunctions(options, folder.CreateSubdirectory("data").FullName, start);
        service = builder.Build();
        service.UseArrFunctions();
        await service.StartAsync(Cancellation);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string url, (string Name, string Value) header, string? body = null)
    {
        using var request = new HttpRequestMessage(method, url) { Headers = { { header.Name, header.Value } } };
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
