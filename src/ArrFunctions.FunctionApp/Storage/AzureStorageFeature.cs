using ArrFunctions.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>The ports to the state, on the storage account of the Functions host.</summary>
internal static class AzureStorageFeature
{
    /// <exception cref="StoreException">The configuration names no storage.</exception>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = AzureConnection.Read(configuration);
        return services
            .AddSingleton(connection.OpenTables())
            .AddSingleton(connection.OpenQueues())
            .AddSingleton(connection.OpenBlobs())
            .AddSingleton<AzureTableStore>()
            .AddSingleton<ITableStore>(provider => provider.GetRequiredService<AzureTableStore>())
            .AddSingleton<ITableScan>(provider => provider.GetRequiredService<AzureTableStore>())
            .AddSingleton<IWorkQueue, AzureWorkQueue>()
            .AddSingleton<IArtifactStore, BlobArtifactStore>();
    }
}
