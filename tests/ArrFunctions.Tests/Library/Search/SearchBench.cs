using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.History;
using ArrFunctions.Library.Search;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Library.Analysis;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using LibraryFile = ArrFunctions.Library.LibraryFile;

namespace ArrFunctions.Tests.Library.Search;

/// <summary>Fake applications over HTTP, what is stored of their libraries, and what searches for upgrades; all have one clock, moved by hand.</summary>
internal sealed class SearchBench(LibrarySearchOptions? options = null, Func<ITableStore, ITableStore>? through = null) : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly List<FakeServarr> fakes = [];
    private readonly List<Instance> instances = [];
    private readonly MemoryTableStore tables = new();
    private ServiceProvider? services;

    public SetTime Clock { get; } = new() { Now = New.Now };

    public LibrarySearchOptions Options { get; } = options ?? new() { Enabled = true, DryRun = false, Priority = CandidatePriority.Low };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ServiceProvider Services => services ??= NewProcess();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>With an indexer.</summary>
    public async Task<FakeRadarr> RadarrAsync(string name = "radarr", TrackerBehaviour? behaviour = null)
    {
        var radarr = await FakeRadarr.StartAsync(Settings(), Cancellation);
        Add(name, ServarrService.Radarr, radarr).AddIndexer("Demo A", new("Demo A", behaviour));
        return radarr;
    }

    /// <summary>With an indexer.</summary>
    public async Task<FakeSonarr> SonarrAsync(string name = "sonarr")
    {
        var sonarr = await FakeSonarr.StartAsync(Settings(), Cancellation);
        Add(name, ServarrService.Sonarr, sonarr).AddIndexer("Demo A", new("Demo A"));
        return sonarr;
    }

    /// <summary>An export brought movies whose scores are far below the cutoff, the first the furthest.</summary>
    public Task ExportMoviesAsync(int count, string instance = "radarr", string? status = "released") => ExportAsync(
        instance,
        Enumerable.Range(1, count).Select(id => (Shelf.Movie(id, Shelf.Profile()) with { Status = status }, File(id, score: (id - count) * 100, []))));

    /// <summary>Another row of the file of those episodes, which was cut off before the one of before was removed.</summary>
    public Task LeaveAsync(params IReadOnlyList<LibraryEpisode> episodes)
    {
        var file = File(1, score: 0, episodes);
        return WriteAsync("sonarr", LibraryKeys.File(1, file), LibraryStore.Json(file, LibraryJson.Default.LibraryFile));
    }

    /// <summary>An export brought one file with these episodes.</summary>
    public Task ExportEpisodesAsync(params IReadOnlyList<LibraryEpisode> episodes) =>
        ExportAsync("sonarr", [(Shelf.Movie(1, Shelf.Profile()), File(1, score: 0, episodes))]);

    /// <summary>An export ended just now.</summary>
    public Task CollectAsync(string instance = "radarr") => WriteAsync(
        instance, LibraryKeys.State, LibraryStore.Json(new() { Collected = Clock.Now, ExportId = "1" }, LibraryJson.Default.LibraryState));

    /// <summary>An import brought a better file.</summary>
    public async Task UpgradeAsync(int movie, int points)
    {
        ScoreChange change = new() { Time = Clock.Now, Item = new(movie), Title = $"Demo {movie}", Kind = ScoreChangeKind.Upgraded, Before = 0, After = points };
        await WriteAsync("radarr", LibraryKeys.Change(change.Time, change.Item), LibraryStore.Json(change, LibraryJson.Default.ScoreChange));
        await WriteAsync("radarr", LibraryKeys.ChangeOf(change.Item, change.Time), "{}");
    }

    /// <summary>Another process over the same store, which has caches of its own.</summary>
    public ServiceProvider NewProcess() => new ServiceCollection()
        .AddSingleton(through?.Invoke(tables) ?? tables)
        .AddSingleton<IWorkQueue>(new MemoryWorkQueue(Clock))
        .AddSingleton<IArtifactStore>(new MemoryArtifactStore(Clock))
        .AddSingleton<TimeProvider>(Clock)
        .AddFixedOptions()
        .AddSingleton(new JobsOptions())
        .AddSingleton(new BatchesOptions())
        .AddSingleton(new ScheduleTimes())
        .AddSingleton(new IndexersOptions())
        .AddSingleton(new LibraryOptions { Search = Options })
        .AddSingleton(new ServarrOptions { Instances = instances })

        // What goes over the network takes real time.
        .AddSingleton(new ServarrClients(new ServarrOptions { Instances = instances }, TimeProvider.System))
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddEvents()
        .AddJobs()
        .AddIndexers()
        .AddLibrary()
        .BuildServiceProvider();

    /// <summary>A tick of the schedule.</summary>
    public Task<SearchReport> TickAsync() => Get<LibrarySearch>().RunAsync(Cancellation);

    /// <summary>A tick of the schedule after each half an hour.</summary>
    public async Task LiveAsync(TimeSpan span)
    {
        for (var end = Clock.Now + span; Clock.Now < end;)
        {
            Clock.Now += TimeSpan.FromMinutes(30);
            await TickAsync();
        }
    }

    /// <summary>What stands in the log, the oldest first.</summary>
    public async Task<IReadOnlyList<SearchEntry>> LogAsync(string instance = "radarr") =>
        [.. (await Get<SearchStore>().ListAsync(instance, 500, cursor: null, Cancellation)).Searches.Reverse()];

    public async Task<IReadOnlyList<EventRecord>> EventsAsync()
    {
        await Get<OutboxMover>().RunAsync(Cancellation);
        return [.. (await Get<EventSearch>().ListAsync(EventFilter.All, 1000, cursor: null, Cancellation)).Events.Reverse()];
    }

    /// <summary>The service is started anew; what it stored stays.</summary>
    public async Task RestartAsync()
    {
        await Services.DisposeAsync();
        services = NewProcess();
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        foreach (var fake in fakes)
        {
            await fake.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private static LibraryFile File(int id, int score, IReadOnlyList<LibraryEpisode> episodes) => new()
    {
        FileId = id,
        Path = $"Demo {id}.mkv",
        Quality = "WEBDL-1080p",
        Score = score,
        QualityCutoffNotMet = true,
        Episodes = episodes,
    };

    private async Task ExportAsync(string instance, IEnumerable<(LibraryTitle Title, LibraryFile File)> library)
    {
        await new LibraryStore(tables).SetRulesAsync(instance, [new(Shelf.Profile(), "")], [], Cancellation);
        foreach (var (title, file) in library)
        {
            await WriteAsync(instance, LibraryKeys.Title(title.Id), LibraryStore.Json(new() { Title = title, Print = "1" }, LibraryJson.Default.StoredTitle));
            await WriteAsync(instance, LibraryKeys.File(title.Id, file), LibraryStore.Json(file, LibraryJson.Default.LibraryFile));
        }

        await CollectAsync(instance);
    }

    private Task WriteAsync(string instance, string key, string content) =>
        tables.CommitAsync(LibraryKeys.Table, instance, [new TableChange.Upsert(key, content)], Cancellation);

    private FakeServarrSettings Settings() => new() { Folder = folder.FullName, Clock = Clock };

    private T Add<T>(string name, ServarrService service, T fake)
        where T : FakeServarr
    {
        fakes.Add(fake);
        instances.Add(new() { Name = name, Service = service, Url = fake.Url, ApiKey = fake.ApiKey });
        return fake;
    }
}
