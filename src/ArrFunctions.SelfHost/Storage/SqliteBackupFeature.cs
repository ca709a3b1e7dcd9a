using ArrFunctions.Ops.Backup;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Registers how this host copies its state, and where it keeps backups.</summary>
internal static class SqliteBackupFeature
{
    public static IServiceCollection AddSqliteBackup(this IServiceCollection services, SqliteStateFile file, SqliteOptions sqlite, BackupOptions options) => services
        .AddSingleton<IStateCopy>(provider => new SqliteCopy(file, sqlite, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IBackupPlace>(new FolderBackups(options, sqlite));
}
