using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Ops.Logs;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ArrFunctions.FunctionApp;

internal static class Program
{
    public static void Main(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        var dataFolder = DataFolder.Prepare(builder.Configuration);
        var configuration = AppConfiguration.Read(dataFolder, AppConfiguration.Variables());
        builder.Services
            .AddSingleton(configuration)
            .AddArrFunctions(configuration.Options, dataFolder)
            .AddAzureStorage(builder.Configuration)
            .AddFunctionTriggers()
            .AddLogFile(configuration.Options.Logs)
            .AddHostedService<AppStart>();
        builder.Build().Run();
    }
}
