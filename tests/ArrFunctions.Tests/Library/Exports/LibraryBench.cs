using System.Globalization;
using System.Text;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Jobs;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Library.Exports;

/// <summary>Exports of fake applications over HTTP, run as the embedded host runs them, over a store in memory; all have one clock, moved by hand.</summary>
/// <param name="cut">Cuts off a write to the tables or queues.</param>
internal sealed class LibraryBench(LibraryOptions? options = null, CutOff? cut = null) : IAsyncDisposable
{
    public const string Root = "/data/media";

    private readonly List<FakeLibrary> fakes = [];
    private readonly List<Instance> instances = [];
    private readonly MemoryTableStore memory = new();
    private ServiceProvider? services;
    private IWorkQueue? queue;

    public ManualTimeProvider Clock { get; } = new();

    public ITableStore Tables => cut is null ? memory : new CutOffTables(memory, cut);

    public LibraryOptions Options { get; set; } = options ?? new();

    public LibraryStore Store => new(memory);

    public HistoryStore History => new(memory);

    public ExportStore Exports => new(memory);

    public MemoryArtifactStore Artifacts => field ??= new(Clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => (services ??= NewProcess()).GetRequiredService<T>();

    public async Task<FakeRadarr> RadarrAsync(string name = "radarr") => Add(name, ServarrService.Radarr, await FakeRadarr.StartAsync(Settings(), Cancellation));

    public async Task<FakeSonarr> SonarrAsync(string name = "sonarr") => Add(name, ServarrService.Sonarr, await FakeSonarr.StartAsync(Settings(), Cancellation));

    /// <summary>A whole export, an hour after what was before.</summary>
    public async Task<(Batch Batch, ExportRun Run)> ExportAsync(string instance, bool full = false, Func<Task>? rest = null)
    {
        Clock.Advance(TimeSpan.FromHours(1));
        var batch = await RunAsync((await StartAsync(instance, full)).Id, rest);
        return (batch, (await Exports.FindAsync(instance, batch.Id, Cancellation))!);
    }

    public async Task<Batch> StartAsync(string instance, bool full = false) => Assert.IsType<BatchReceipt.Started>(
        await Get<ExportIntake>().StartAsync(instance, new(full), BatchPriority.Normal, "key:test", Cancellation)).Batch;

    /// <param name="rest">What happens whenever the batch rests, before the work.</param>
    public async Task<Batch> RunAsync(string id, Func<Task>? rest = null)
    {
        await Get<BatchRun>().RunAsync(id, RestAsync, Cancellation);
        return (await Get<BatchStore>().FindAsync(id, Cancellation))!.Value.Batch;

        async Task RestAsync(CancellationToken cancellationToken)
        {
            if (rest is not null)
            {
                await rest();
            }

            if (await PumpAsync() == 0)
            {
                // What a worker left behind that is gone.
                Clock.Advance(JobLedger.Lease + TimeSpan.FromMinutes(1));
                await Get<JobSweep>().RunAsync(cancellationToken);
            }
        }
    }

    /// <summary>Tries again what failed of a batch.</summary>
    public async Task<Batch> RetryAsync(Batch batch)
    {
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await Get<BatchLedger>().RetryAsync(batch, batch.Counts, "key:test", Cancellation));
        return await RunAsync(batch.Id);
    }

    /// <summary>Works on all that is queued.</summary>
    public async Task<int> PumpAsync(int most = int.MaxValue)
    {
        var (worked, jobs) = (0, Get<JobsOptions>());
        foreach (var lane in Enum.GetValues<Lane>())
        {
            while (worked < most && await Get<IWorkQueue>().ReceiveAsync(jobs.Queues[lane], 1, JobLedger.Lease, Cancellation) is [var message])
            {
                worked++;
                if (await Get<WorkRunner>().RunAsync(lane, message.Body, Cancellation) is WorkVerdict.Again again)
                {
                    await Get<IWorkQueue>().RenewAsync(message, again.Delay, Cancellation);
                }
                else
                {
                    await Get<IWorkQueue>().DeleteAsync(message, Cancellation);
                }
            }
        }

        return worked;
    }

    /// <summary>All files as they are stored, in the order of their titles.</summary>
    public async Task<List<LibraryRow>> RowsAsync(string instance) => await Store.RowsAsync(instance, Cancellation).ToListAsync(Cancellation);

    /// <summary>What changed, the oldest first.</summary>
    public async Task<List<ScoreChange>> HistoryAsync(string instance)
    {
        var changes = await History.SinceAsync(instance, DateTimeOffset.UnixEpoch, Cancellation).ToListAsync(Cancellation);
        changes.Reverse();
        return changes;
    }

    /// <summary>What changed, as "Heat (1995) Upgraded 10 20".</summary>
    public async Task<List<string>> ToldAsync(string instance) =>
        [.. (await HistoryAsync(instance)).Select(static change => $"{change.Title} {change.Kind} {Text(change.Before)} {Text(change.After)}")];

    /// <summary>An application tells of something.</summary>
    public async Task<WebhookReply> WebhookAsync(string json, ServarrService service = ServarrService.Radarr)
    {
        var body = Assert.IsType<WebhookBody.Event>(WebhookBody.Parse(Encoding.UTF8.GetBytes(json)));
        return await Get<WebhookIntake>().AcceptAsync(new(service, RouteInstance: null, body.Payload, Signature: null), Cancellation);
    }

    /// <summary>The configuration does not have it any more when the service is started anew.</summary>
    public void Drop(string instance) => instances.RemoveAll(each => each.Name == instance);

    /// <summary>The service is started anew; what it stored stays.</summary>
    public async Task RestartAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
            services = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        foreach (var fake in fakes)
        {
            await fake.DisposeAsync();
        }
    }

    private static string Text(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private ServiceProvider NewProcess()
    {
        queue ??= new MemoryWorkQueue(Clock);
        var servarr = new ServarrOptions { Instances = [.. instances] };
        return new ServiceCollection()
            .AddSingleton(Tables)
            .AddSingleton(cut is null ? queue : new CutOffQueue(queue, cut))
            .AddSingleton<IArtifactStore>(Artifacts)
            .AddSingleton<TimeProvider>(Clock)
            .AddFixedOptions()
            .AddSingleton(new JobsOptions())
            .AddSingleton(new BatchesOptions())
            .AddSingleton(new ScheduleTimes())
            .AddSingleton(new IndexersOptions())
            .AddSingleton(new AudioOptions { Roots = [Root] })
            .AddSingleton(Options)
            .AddSingleton(servarr)

            // What goes over the network takes real time.
            .AddSingleton(new ServarrClients(servarr, TimeProvider.System))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new JobHandler(JobKind.Audio, static (_, _, _) => Task.FromResult(JobBench.Changed())))
            .AddSingleton<WebhookReading>()
            .AddSingleton<WebhookStore>()
            .AddSingleton<WebhookIntake>()
            .AddEvents()
            .AddJobs()
            .AddIndexers()
            .AddLibrary()
            .BuildServiceProvider();
    }

    private FakeServarrSettings Settings() => new() { RootFolder = Root, Clock = Clock };

    private T Add<T>(string name, ServarrService service, T fake)
        where T : FakeLibrary
    {
        fakes.Add(fake);
        instances.Add(new() { Name = name, Service = service, Url = fake.Url, ApiKey = fake.ApiKey });
        return fake;
    }
}
