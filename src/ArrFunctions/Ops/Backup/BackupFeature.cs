using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArrFunctions.Ops.Backup;

/// <summary>Registers backups. A host that can do better than a state file among the artifacts registers its own <see cref="IStateCopy"/> and <see cref="IBackupPlace"/> before.</summary>
internal static class BackupFeature
{
    public static IServiceCollection AddBackup(this IServiceCollection services, BackupOptions options, string dataFolder)
    {
        services.TryAddSingleton<IStateCopy, StateFileCopy>();
        services.TryAddSingleton<IBackupPlace>(provider => ActivatorUtilities.CreateInstance<ArtifactBackups>(provider, dataFolder));
        return services
            .AddSingleton(options)
            .AddSingleton<BackupLedger>()
            .AddSingleton<BackupShelf>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<BackupBuild>(provider, dataFolder))
            .AddSingleton<BackupRun>()
            .AddSingleton(provider => BackupStats.Part(provider.GetRequiredService<BackupLedger>()))
            .AddSingleton(provider => BackupMetrics.Collector(provider.GetRequiredService<BackupLedger>()));
    }
}
