using ArrFunctions.Setup.Takeover;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Setup;

/// <summary>Registers what connects instances and checks their paths, beside the clients, the keys and the options.</summary>
internal static class SetupFeature
{
    /// <param name="dataFolder">A folder that all processes share which connect instances.</param>
    public static IServiceCollection AddSetup(this IServiceCollection services, string dataFolder) => services
        .AddSingleton<OwnAddress>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<WebhookSetup>(provider, dataFolder))
        .AddSingleton<LocalLook>()
        .AddSingleton<KnownFile>()
        .AddSingleton<FolderSearch>()
        .AddSingleton<MappingCheck>()
        .AddSingleton<InstanceListing>()
        .AddSingleton<InstanceChange>()
        .AddSingleton<CandidateTest>()
        .AddSingleton<MappingBoard>()
        .AddSingleton<SettingsTakeover>()
        .AddSingleton<SetupProgress>();
}
