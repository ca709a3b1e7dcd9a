using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Library.Search;
using ArrFunctions.Library.Takeover;
using ArrFunctions.Library.Views;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Library;

/// <summary>Registers the score export; the host brings the tables, the queue, <see cref="Platform.IArtifactStore"/>, the options and the clock.</summary>
internal static class LibraryFeature
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddSingleton<LibraryStore>()
        .AddSingleton<LibraryReader>()
        .AddSingleton<LibraryReport>()
        .AddSingleton<HistoryStore>()
        .AddSingleton<ExportStore>()
        .AddSingleton<ExportSurvey>()
        .AddSingleton<ExportFetch>()
        .AddSingleton<ExportFinish>()
        .AddSingleton<ExportPlanner>()
        .AddSingleton<ExportIntake>()
        .AddSingleton<ExportSchedule>()
        .AddSingleton<ImportRefresh>()
        .AddSingleton<SearchableIndexers>()
        .AddSingleton<ExportRegister>()
        .AddSingleton(provider => new ExportNotice(
            provider.GetRequiredService<ExportRegister>(), provider.GetRequiredService<ExportStore>(), provider.GetRequiredService<IArtifactStore>(), publicUrl: () => provider.GetRequiredService<Live<HttpOptions>>().Value.PublicUrl))
        .AddSingleton(provider => new NotificationExtras(provider.GetRequiredService<ExportNotice>().FindAsync))
        .AddSingleton<KeptAnalyses>()
        .AddSingleton<KnownLibraries>()
        .AddSingleton<LibraryComparer>()
        .AddSingleton<LibraryTakeover>()
        .AddSingleton(LibraryStats.Searches())
        .AddSingleton(provider => LibraryStats.Exports(
            provider.GetRequiredService<ExportIntake>(), provider.GetRequiredService<LibraryStore>(), provider.GetRequiredService<ExportStore>()))
        .AddSingleton(provider => LibraryMetrics.Collector(
            provider.GetRequiredService<ExportIntake>(), provider.GetRequiredService<LibraryStore>(), provider.GetRequiredService<ExportStore>()))
        .AddSingleton(provider => provider.GetRequiredService<ExportPlanner>().Planner)
        .AddSingleton(provider => new JobHandler(JobKind.Export, provider.GetRequiredService<ExportFetch>().RunAsync))
        .AddSingleton(provider =>
        {
            var exports = provider.GetRequiredService<ExportSchedule>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.LibraryExport);
            return new Schedule(
                ExportSchedule.Name, "LibraryExport", cron, "Fetches the custom format scores of what changed, and writes the reports.", exports.IsDueAsync, exports.RunAsync);
        })
        .AddLibrarySearch();
}
