using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Logs;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ArrFunctions.FunctionApp;

internal static class Program
{
    public static async Task Main(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        var dataFolder = DataFolder.Prepare(builder.Configuration);
        var configuration = await AppConfiguration.ReadAsync(
            dataFolder, AppConfiguration.Variables(), new AzureTableStore(AzureConnection.Read(builder.Configuration).OpenTables()));
        builder.Services
            .AddSingleton(configuration)
            .AddArrFunctions(configuration.Options, dataFolder, configuration)
            .AddAzureStorage(builder.Configuration)
            .AddFunctionTriggers()
            .AddLogFile(configuration.Options.Logs)
            .AddHostedService<AppStart>()
            .AddHostedService<ConfigurationWatch>();
        await builder.Build().RunAsync();
    }
}
