using ArrFunctions.Audio;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Library;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.State;
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
    public static IServiceCollection AddArrFunctions(this IServiceCollection services, ArrFunctionsOptions options, string dataFolder) => services
        .AddSingleton(options)
        .AddSingleton(options.Audio)
        .AddSingleton(options.Indexers)
        .AddSingleton(options.Jobs)
        .AddSingleton(options.Library)
        .AddSingleton(options.Batches)
        .AddSingleton(options.Events)
        .AddSingleton(options.MediaServers)
        .AddSingleton(options.Otlp)
        .AddSingleton(options.Schedules)
        .AddSingleton(options.Servarr)
        .AddSingleton(options.Tmdb)
        .AddSingleton(options.Webhooks)
        .AddSingleton(TimeProvider.System)
        .AddHttpInterface()
        .AddAccess(dataFolder)
        .AddEvents()
        .AddState()
        .AddHealth(dataFolder)
        .AddJobs()
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
