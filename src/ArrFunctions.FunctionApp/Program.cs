using ArrFunctions.FunctionApp.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
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
        builder.Services.AddApp(configuration, dataFolder, builder.Configuration);
        await builder.Build().RunAsync();
    }
}
