using ArrFunctions.Audio;
using ArrFunctions.Dashboard;
using ArrFunctions.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library;
using ArrFunctions.Library.Search;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Logs.Levels;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Ops.State;
using ArrFunctions.Ops.Stats;
using ArrFunctions.Setup;
using ArrFunctions.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions;

/// <summary>Every route of the product; both hosts serve them all.</summary>
internal static class ArrFunctionsEndpoints
{
    public static void MapArrFunctions(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapMetrics();
        routes.MapOpenApi();
        routes.MapDashboard();
        var api = routes.MapGroup("/api");
        api.MapWebhooks();
        api.MapJobs();
        api.MapBatches();
        api.MapAudioJobs();
        api.MapAudioExplain();
        api.MapQueue();
        api.MapSchedules();
        api.MapCaches();
        api.MapEvents();
        api.MapNotifications();
        api.MapStartup();
        api.MapKeys();
        api.MapSessions();
        api.MapConfiguration();
        api.MapSetup();
        api.MapIndexers();
        api.MapLibrary();
        api.MapLibrarySearch();
        api.MapState();
        api.MapBackups();
        api.MapStats();
        api.MapLogLevels();
    }
}
