using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Logs;
using ArrFunctions.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp;

/// <summary>Everything that the app consists of.</summary>
internal static class AppServices
{
    /// <param name="services">The worker's.</param>
    /// <param name="configuration">The valid configuration of the product.</param>
    /// <param name="dataFolder">For what is no state.</param>
    /// <param name="settings">Of the app: where its storage is, and its Application Insights.</param>
    /// <exception cref="StoreException">The settings name no storage.</exception>
    public static IServiceCollection AddApp(this IServiceCollection services, ConfigurationResult.Valid configuration, string dataFolder, IConfiguration settings) => services
        .AddSingleton(configuration)
        .AddArrFunctions(configuration.Options, dataFolder, configuration)
        .AddAzureStorage(settings)
        .AddApplicationInsights(settings)
        .AddFunctionTriggers()
        .AddLogFile(configuration.Options.Logs)
        .AddHostedService<AppStart>()
        .AddHostedService<ConfigurationWatch>();
}
