using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Health;

/// <summary>Registers what tells how the program is. Each feature and host adds its <see cref="HealthChecks"/>.</summary>
internal static class HealthFeature
{
    /// <param name="dataFolder">Has to have room.</param>
    public static IServiceCollection AddHealth(this IServiceCollection services, string dataFolder) => services
        .AddSingleton<StartupLog>()
        .AddSingleton<HealthBoard>()
        .AddSingleton<StoreChecks>()
        .AddSingleton(provider => new HealthChecks(() => [.. provider.GetRequiredService<StoreChecks>().All, DiskCheck.Of("disk:data", dataFolder, isNeeded: true)]));
}
