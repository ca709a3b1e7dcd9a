using ArrFunctions.Audio;
using ArrFunctions.Dashboard;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Logs;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Ops.State;
using ArrFunctions.Ops.Stats;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Servarr;
using ArrFunctions.Setup;
using ArrFunctions.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions;

/// <summary>The product as a whole, as a host registers it; the host brings the tables, the queue and the log.</summary>
internal static class ArrFunctionsServices
{
    /// <param name="services">The host's.</param>
    /// <param name="options">The valid configuration.</param>
    /// <param name="dataFolder">A folder that all processes share which work on the same files.</param>
    /// <param name="start">Where the configuration came from; null: what is set later is all there is beside it.</param>
    public static IServiceCollection AddArrFunctions(this IServiceCollection services, ArrFunctionsOptions options, string dataFolder, ConfigurationResult.Valid? start = null) => services
        .AddConfiguration(options, start, dataFolder)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(options.Logs)
        .AddLogs(options.Logs)
        .AddHostedService<TraceExport>()
        .AddHttpInterface()
        .AddOpenApi()
        .AddDashboard()
        .AddAccess(dataFolder)
        .AddEvents()
        .AddNotifications()
        .AddProductMetrics(options.Metrics)
        .AddStats()
        .AddState()
        .AddBackup(options.Backup, dataFolder)
        .AddHealth(dataFolder)
        .AddJobs()
        .AddBackupSchedule()
        .AddServarr()
        .AddMetadata()
        .AddMediaServers()
        .AddAudio(dataFolder)
        .AddAudioJobs()
        .AddIndexers()
        .AddLibrary()
        .AddWebhooks()
        .AddSetup(dataFolder);
}
