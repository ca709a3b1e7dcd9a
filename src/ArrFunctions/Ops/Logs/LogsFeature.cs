using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Logs.Levels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ArrFunctions.Ops.Logs;

/// <summary>Registers the levels of the log, and the correlation id for each line of it; where the lines go is the host's matter.</summary>
internal static class LogsFeature
{
    /// <summary>Stands before the access feature, whose guard looks at every rule.</summary>
    public static IServiceCollection AddLogs(this IServiceCollection services, LogsOptions options)
    {
        var levels = new LogLevels(options);
        return services
            .AddSingleton(levels)
            .AddSingleton<IPostConfigureOptions<LoggerFilterOptions>>(levels)
            .AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(levels)
            .AddSingleton<IExternalScopeProvider, CorrelationScopes>()
            .AddSingleton(new OutboxSource(LevelStore.Table, [LevelStore.Partition]))
            .AddSingleton<LevelStore>()
            .AddSingleton<LevelSwitch>()
            .AddHostedService<LevelWatch>();
    }

    /// <summary>For a host whose console is somebody else's.</summary>
    public static IServiceCollection AddLogFile(this IServiceCollection services, LogsOptions options) =>
        options.File is null ? services : services.AddSingleton<ILoggerProvider>(_ => new LogProvider(options, TimeProvider.System, console: null));
}
