using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>The whole product in one process: HTTP, timers and workers over one state file.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    /// <summary>How long what is in hand may take at the end; the state is closed after it, so that the whole stop is below 30 seconds.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(25);

    private readonly WebApplication app;
    private readonly SqliteStateFile state;
    private readonly KernelLock turn;

    private ServiceHost(WebApplication app, SqliteStateFile state, KernelLock turn) => (this.app, this.state, this.turn) = (app, state, turn);

    /// <summary>Where it listens; known once it is started.</summary>
    public IReadOnlyCollection<string> Addresses => [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Opens the state, takes over what an earlier process left, and listens.</summary>
    /// <param name="configuration">Where the options came from, for what is changed later; null: they stay as they are.</param>
    /// <exception cref="StoreException">The state cannot be opened, or another service runs on it.</exception>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<ServiceHost> StartAsync(
        string dataFolder,
        IReadOnlyList<string> urls,
        ArrFunctionsOptions options,
        ConfigurationResult.Valid? configuration,
        Action<ILoggingBuilder> logging,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var sqlite = new SqliteOptions { Folder = dataFolder };
        DataFolder.PrepareFolder(sqlite); // The state itself may be on its way, from a restore that was cut off.
        var turn = ServiceLock.Acquire(dataFolder);
        SqliteStateFile? state = null;
        WebApplication? app = null;
        try
        {
            using var early = LoggerFactory.Create(logging);
            state = new StateRescue(sqlite, options.Backup.Folder, clock, early).Open();
            app = Build(dataFolder, urls, options, configuration, logging, clock, state);
            var startup = app.Services.GetRequiredService<StartupLog>();
            startup.Expect(StartSteps.All);
            startup.Done(StartSteps.State, await app.Services.GetRequiredService<SalvageStore>().FindAsync(cancellationToken) is { } salvage ? $"{sqlite.DatabasePath}; {salvage.InWords()}" : sqlite.DatabasePath);
            await app.StartAsync(cancellationToken);
            var host = new ServiceHost(app, state, turn);
            ServiceAddress.TryLeave(dataFolder, host.Addresses);
            startup.Done(StartSteps.Listening, string.Join(", ", host.Addresses));
            return host;
        }
        catch
        {
            await CloseAsync(app, state, turn);
            throw;
        }
    }

    /// <summary>Takes nothing new, finishes the file in hand, and closes the state.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopTimeout);
        await app.StopAsync(patience.Token);
        await CloseAsync(app, state, turn);
    }

    private static WebApplication Build(
        string dataFolder,
        IReadOnlyList<string> urls,
        ArrFunctionsOptions options,
        ConfigurationResult.Valid? configuration,
        Action<ILoggingBuilder> logging,
        TimeProvider clock,
        SqliteStateFile state)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        logging(builder.Logging);
        builder.WebHost.UseKestrelCore().UseUrls([.. urls]);
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        if (options.Http.Certificate is { } files)
        {
            builder.Services.AddSingleton(provider => new ServerCertificate(files, provider.GetRequiredService<ILogger<ServerCertificate>>()));
            builder.WebHost.UseKestrelHttpsConfiguration()
                .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(kestrel.ApplicationServices.GetRequiredService<ServerCertificate>().Use));
        }

        builder.Services
            .AddSingleton<IHostLifetime, NoLifetime>()
            .Configure<HostOptions>(static host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (StopTimeout, true)) // A caller that waits for an answer does not use up the time of the workers.
            .AddSingleton(state)
            .AddSingleton<SqliteTableStore>()
            .AddSingleton<ITableStore>(provider => provider.GetRequiredService<SqliteTableStore>())
            .AddSingleton<ITableScan>(provider => provider.GetRequiredService<SqliteTableStore>())
            .AddSingleton<SqliteWorkQueue>()
            .AddSingleton<IWorkQueue>(provider => provider.GetRequiredService<SqliteWorkQueue>())
            .AddSingleton<IArtifactStore>(new FolderArtifactStore(dataFolder))
            .AddSqliteBackup(state, new SqliteOptions { Folder = dataFolder }, options.Backup)
            .AddArrFunctions(options, dataFolder, configuration)
            .AddSingleton(StoreMetrics.Collector(state, new SqliteOptions { Folder = dataFolder }))
            .AddSingleton(provider => new HealthChecks(() => [SalvageCheck.Of(provider.GetRequiredService<SalvageStore>(), dataFolder, options.Backup.Folder)]))
            .AddSingleton(clock)
            .AddHostedService<TakeOver>()
            .AddSingleton<BatchSupervisor>()
            .AddHostedService(provider => provider.GetRequiredService<BatchSupervisor>())
            .AddHostedService<LaneWorkers>()
            .AddHostedService<ScheduleTimers>()
            .AddHostedService<OutboxPump>()
            .AddHostedService<NotificationPump>()
            .AddHostedService<ConfigurationWatch>()
            .AddHostedService<HangUpSignal>()
            .AddHostedService<MemoryReturn>();
        var app = builder.Build();
        app.UseArrFunctions();
        return app;
    }

    private static async Task CloseAsync(WebApplication? app, SqliteStateFile? state, KernelLock turn)
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        if (state is not null)
        {
            await state.DisposeAsync();
        }

        turn.Dispose();
    }

    /// <summary>Signals are the command line's matter.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
