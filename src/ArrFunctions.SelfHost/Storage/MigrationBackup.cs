using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The backup before a migration: the state as it is, the configuration, and the key of the stored secrets. Reports of exports stay where they are, and are not in it.</summary>
internal static class MigrationBackup
{
    /// <returns>Its name, in <see cref="SqliteOptions.BackupFolder"/>: where else backups go is a setting that may stand in the state itself.</returns>
    /// <exception cref="StoreException">It cannot be made.</exception>
    public static string Make(SqliteSession session, SqliteOptions options, long found)
    {
        var path = Path.Combine(options.BackupFolder, $"{BackupScratch.Prefix}{Guid.NewGuid():n}");
        try
        {
            BackupScratch.Prepare(options.BackupFolder);
            BackupRoom.Check(options.BackupFolder, 2 * options.Size, "The backup before it");
            return Write(session, options, path);
        }
        catch (SqliteException failure) when (SqliteFailures.IsDamage(failure))
        {
            throw new SqliteFailures(options).Explain(failure); // Which is salvaged, and not waited for.
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure) || failure is StateFileException or StoreException)
        {
            throw new StoreException(
                $"The state in {options.Folder} is of format {found} and has to be brought to {SqliteSchema.Version}; a backup is made before, and that failed: {failure.Message} "
                + "Nothing was changed: the older program still works. Put that right, and start this one again or run admin migrate.",
                failure);
        }
        finally
        {
            if (Directory.Exists(options.BackupFolder))
            {
                File.Delete(path);
                File.Delete($"{path}.state");
            }
        }
    }

    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "A state file is opened before anything else runs, and opening has no asynchronous form.")]
    private static string Write(SqliteSession session, SqliteOptions options, string path)
    {
        var copy = $"{path}.state";
        var copied = SqliteCopying.Copy(session, copy, TimeProvider.System);
        var manifest = Task.Run(async () =>
        {
            var written = await BackupWriter.WriteAsync(
                path,
                BackupBuild.About(copied, BackupReason.Migration, hasArtifacts: false),
                [BackupSource.Of(BackupEntry.Sqlite, copy), .. BackupBuild.Beside(options.Folder)],
                static _ => { },
                CancellationToken.None);
            File.Delete(copy);
            await BackupCheck.RunAsync(path, copy, static (state, _) => Task.FromResult(SqliteCopying.Check(state)), static _ => { }, CancellationToken.None);
            return written;
        }).GetAwaiter().GetResult();
        var name = BackupName.Free(manifest.Time, [.. Directory.GetFiles(options.BackupFolder).Select(file => Path.GetFileName(file))]);
        LinuxFile.Rename(path, Path.Combine(options.BackupFolder, name));
        LinuxFile.TrySyncFolder(options.BackupFolder);
        return name;
    }
}
