using ArrFunctions.Demo.Servarr;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Indexers;

/// <summary>Fake applications over HTTP and what watches and heals their indexers, over a store in memory; all have one clock, moved by hand.</summary>
internal sealed class IndexerBench : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly List<FakeServarr> fakes = [];
    private readonly List<Instance> instances = [];
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;
    private readonly ITableStore tables;
    private Lazy<ServiceProvider> services;

    /// <param name="heal">Not a dry run unless it says so.</param>
    /// <param name="time">In place of <see cref="Clock"/>.</param>
    public IndexerBench(
        HealOptions? heal = null, IndexersOptions? options = null, ILoggerFactory? logs = null, ITableStore? tables = null, TimeProvider? time = null)
    {
        this.time = time ?? Clock;
        Options = (options ?? new()) with { Heal = heal ?? new() { DryRun = false } };
        (this.logs, this.tables) = (logs ?? NullLoggerFactory.Instance, tables ?? new MemoryTableStore());
        services = new(NewProcess);
    }

    public ManualTimeProvider Clock { get; } = new();

    public IndexersOptions Options { get; }

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What the applications were asked over HTTP so far.</summary>
    public int Requests => fakes.Sum(fake => fake.Requests.All.Count);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => services.Value.GetRequiredService<T>();

    public async Task<FakeProwlarr> ProwlarrAsync(string name = "prowlarr") =>
        Add(name, ServarrService.Prowlarr, await FakeProwlarr.StartAsync(Settings(), Cancellation));

    public async Task<FakeSonarr> SonarrAsync(string name = "sonarr") =>
        Add(name, ServarrService.Sonarr, await FakeSonarr.StartAsync(Settings(), Cancellation));

    public async Task<FakeRadarr> RadarrAsync(string name = "radarr") =>
        Add(name, ServarrService.Radarr, await FakeRadarr.StartAsync(Settings(), Cancellation));

    /// <summary>Another process over the same store, which has a health cache of its own.</summary>
    public ServiceProvider NewProcess() => new ServiceCollection()
        .AddSingleton(tables)
        .AddSingleton<IWorkQueue>(new MemoryWorkQueue(time))
        .AddSingleton(time)
        .AddFixedOptions()
        .AddSingleton(new JobsOptions())
        .AddSingleton(new ScheduleTimes())
        .AddSingleton(Options)
        .AddSingleton(new ServarrOptions { Instances = instances })

        // What goes over the network takes real time.
        .AddSingleton(new ServarrClients(new ServarrOptions { Instances = instances }, TimeProvider.System))
        .AddSingleton(logs)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddEvents()
        .AddSingleton(new BatchesOptions())
        .AddJobs()
        .AddIndexers()
        .BuildServiceProvider();

    public Task<string> HealthAsync() => Get<HealthSweep>().RunAsync("test", Cancellation);

    public Task<HealPlan> HealAsync(bool? isDryRun = null) => Get<HealSweep>().RunAsync(isDryRun ?? Options.Heal.DryRun, "test", Cancellation);

    public async Task<IndexerRecord> RecordAsync(string instance, int id) => await Get<IndexerRecords>().FindAsync(new(instance, id), Cancellation);

    /// <summary>All that was seen of it.</summary>
    public Task<IReadOnlyList<Observation>> SeenAsync(string instance, int id) =>
        Get<ObservationStore>().ReadAsync(new(instance, id), DateTimeOffset.UnixEpoch, Now.AddDays(1), Cancellation);

    /// <summary>What was told, the oldest first.</summary>
    public async Task<IReadOnlyList<EventRecord>> EventsAsync()
    {
        await Get<OutboxMover>().RunAsync(Cancellation);
        var (events, _) = await Get<EventSearch>().ListAsync(EventFilter.All, 1000, cursor: null, Cancellation);
        return [.. events.Reverse()];
    }

    public void Pass(TimeSpan span) => Clock.Advance(span);

    /// <summary>Every application reads its feeds.</summary>
    public void ReadFeeds()
    {
        foreach (var fake in fakes)
        {
            fake.RunRssSync();
        }
    }

    /// <summary>The configuration does not have it any more when the service is started anew.</summary>
    public void Drop(string instance) => instances.RemoveAll(each => each.Name == instance);

    /// <summary>The service is started anew; what it stored stays.</summary>
    public async Task RestartAsync()
    {
        await services.Value.DisposeAsync();
        services = new(NewProcess);
    }

    /// <summary>Lets time pass as it does on a server: every application reads its feeds each quarter of an hour, and the sweeps run when they are due.</summary>
    public async Task LiveAsync(TimeSpan span, Func<Task>? eachQuarter = null)
    {
        for (var end = Now + span; Now < end;)
        {
            Clock.Advance(TimeSpan.FromMinutes(15));
            ReadFeeds();
            if (eachQuarter is not null)
            {
                await eachQuarter();
            }

            if (Now.Minute % 30 == 0)
            {
                await HealthAsync();
            }

            if (Now.Minute == 0 && Now.Hour % 2 == 0)
            {
                await HealAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (services.IsValueCreated)
        {
            await services.Value.DisposeAsync();
        }

        foreach (var fake in fakes)
        {
            await fake.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private FakeServarrSettings Settings() => new() { Folder = folder.FullName, Clock = time };

    private T Add<T>(string name, ServarrService service, T fake)
        where T : FakeServarr
    {
        fakes.Add(fake);
        instances.Add(new() { Name = name, Service = service, Url = fake.Url, ApiKey = fake.ApiKey });
        return fake;
    }
}
