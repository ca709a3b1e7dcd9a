using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Servarr;

/// <summary>Registers what asks Sonarr, Radarr and Prowlarr; the host brings <see cref="ServarrOptions"/> and the clock.</summary>
internal static class ServarrFeature
{
    public static IServiceCollection AddServarr(this IServiceCollection services) => services
        .AddFixedOptions()
        .AddSingleton<ServarrClients>()
        .AddSingleton<ServarrLibrary>()
        .AddSingleton<ConnectionCheck>()
        .AddSingleton(provider => BreakerMetrics.Collector(provider.GetRequiredService<ServarrClients>()))
        .AddSingleton(provider => InstanceChecks.Of(provider.GetRequiredService<ServarrClients>()));
}
