using System.Globalization;
using ArrFunctions.Ops.Access.Sessions;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Puts the state of a backup in the place of that of a data folder. Nothing is touched before everything is unpacked and looked at; the old is kept beside.</summary>
internal sealed class StateRestore(SqliteOptions options, TimeProvider clock)
{
    public const string KeptPrefix = "before-restore-";
    private const string StagedPrefix = "restore-";
    private const string Artifacts = "artifacts";
    private const string Stamp = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int MostKept = 3;

    /// <summary>How much room the way over a state file takes, as a multiple: its rows, the database, and its log.</summary>
    private const int RowsInFlight = 12;

    private string DatabaseName => Path.GetFileName(options.DatabasePath);

    /// <param name="path">The backup.</param>
    /// <param name="advance">Told how many bytes more are unpacked.</param>
    /// <param name="cancellationToken">Counts until the new state takes the place of the old.</param>
    /// <exception cref="StateFileException">The backup is damaged, foreign, or of a newer program; nothing was touched.</exception>
    /// <exception cref="StoreException">A service or a command uses the folder, or it has no room; nothing was touched.</exception>
    public async Task<RestoredState> RunAsync(string path, Action<long> advance, CancellationToken cancellationToken)
    {
        MakeDataFolder();
        using var service = ServiceLock.TryAcquire(options.Folder) ?? throw new StoreException(
            $"A service runs on the data folder {options.Folder}, or another restore is at work there. A restore needs it for itself: stop the service first.");
        RestoreJournal.FinishIfAny(options);
        RemoveLeft();
        using var archive = BackupArchive.Open(path);
        RefuseNewer(archive.Manifest, archive.State.Name);
        var mount = new RestoreMounts(options.Folder);
        BackupRoom.Check(options.Folder, archive.UnpackedBytes + (archive.State.Name is BackupEntry.StateFile ? RowsInFlight * archive.State.Length : 0), "The restore");
        var stamp = clock.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        var staged = Path.Combine(options.Folder, $"{StagedPrefix}{stamp}");
        try
        {
            var names = await StageAsync(archive, staged, mount, advance, cancellationToken);
            mount.Refuse(names);
            FaultPoint.Here("staged");
            cancellationToken.ThrowIfCancellationRequested();
            var kept = Replace(new($"{StagedPrefix}{stamp}", $"{KeptPrefix}{stamp}", names, Gone()));
            return new(archive.Manifest, kept, names.Contains(RestoreMounts.BesideConfiguration, StringComparer.Ordinal));
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new SqliteFailures(options).Explain(failure);
        }
        finally
        {
            if (!File.Exists(Path.Combine(options.Folder, RestoreJournal.FileName)))
            {
                RemoveLeft();
            }
        }
    }

    /// <exception cref="StateFileException">This program is older than the backup.</exception>
    public static void RefuseNewer(BackupManifest manifest, string state)
    {
        var known = state is BackupEntry.Sqlite ? SqliteSchema.Version : StateHeader.CurrentFormat;
        if (manifest.StateFormat > known)
        {
            throw new StateFileException(
                $"The backup holds a state of format {manifest.StateFormat}, of ArrFunctions {manifest.Version}; this one knows up to {known}. Update this one first.");
        }
    }

    private async Task<IReadOnlyList<string>> StageAsync(
        BackupArchive archive, string staged, RestoreMounts mounts, Action<long> advance, CancellationToken cancellationToken)
    {
        MakeFolder(staged);
        List<string> names = [DatabaseName];
        foreach (var entry in archive.Manifest.Entries!)
        {
            var name = BackupEntry.IsState(entry.Name) ? entry.Name : mounts.TargetOf(entry.Name);
            var target = Path.Combine(staged, name);
            MakeFolder(Path.GetDirectoryName(target)!);
            await archive.ExtractAsync(entry, target, advance, cancellationToken);
            LinuxFile.TrySyncFolder(Path.GetDirectoryName(target)!);
            if (!BackupEntry.IsState(name) && !BackupEntry.IsArtifact(name))
            {
                names.Add(name);
            }
        }

        if (archive.Manifest.HasArtifacts)
        {
            MakeFolder(Path.Combine(staged, Artifacts));
            LinuxFile.TrySyncFolder(Path.Combine(staged, Artifacts));
            names.Add(Artifacts);
        }

        await StageStateAsync(archive, staged, cancellationToken);
        LinuxFile.TrySyncFolder(staged);
        LinuxFile.TrySyncFolder(options.Folder);
        return names;
    }

    private async Task StageStateAsync(BackupArchive archive, string staged, CancellationToken cancellationToken)
    {
        var (unpacked, database) = (Path.Combine(staged, archive.State.Name), Path.Combine(staged, DatabaseName));
        if (archive.State.Name is BackupEntry.Sqlite)
        {
            BackupCheck.Compare(archive.Manifest, SqliteCopying.Check(unpacked));
            LinuxFile.Rename(unpacked, database);
        }
        else
        {
            BackupCheck.Compare(archive.Manifest, await StateFileCopy.CheckFileAsync(unpacked, cancellationToken));
            await StateFileRows.BringAsync(unpacked, staged, cancellationToken);
            File.Delete(unpacked);
        }

        using var session = SqliteSession.OpenAlone(database, isReadOnly: false);
        session.Execute("BEGIN IMMEDIATE");
        session.Execute("DELETE FROM rows WHERE tbl = $table", ("$table", SessionStore.Table)); // Who was signed in then signs in again.
        SqliteEvents.Tell(session, "state.restored", "state", $"The state of {archive.Manifest.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC was restored from a backup of ArrFunctions {archive.Manifest.Version}");
        session.Execute("COMMIT");
    }

    /// <returns>The folder with the old; null where there was nothing.</returns>
    private string? Replace(RestoreJournal journal)
    {
        var locks = new StateLocks(options);
        using var turn = locks.AcquireWrite();
        if (!locks.NobodyJoined())
        {
            throw new StoreException($"Another command has the state in {options.Folder} open. Let it end, and restore again; nothing was changed.");
        }

        journal.Write(options.Folder);
        FaultPoint.Here("decided");
        journal.Finish(options.Folder);
        var kept = Path.Combine(options.Folder, journal.Kept);
        if (!Directory.EnumerateFileSystemEntries(kept).Any())
        {
            Directory.Delete(kept);
            return null;
        }

        // Whatever the clock says, the one just made stays.
        foreach (var old in Made(KeptPrefix).Where(folder => folder != kept).OrderDescending(StringComparer.Ordinal).Skip(MostKept - 1))
        {
            Directory.Delete(old, recursive: true);
        }

        return kept;
    }

    /// <summary>What belongs to the old state alone. A salvage of it that was cut off would take the place of the new one at the next start.</summary>
    private List<string> Gone() =>
    [
        $"{DatabaseName}-wal", $"{DatabaseName}-shm", $"{DatabaseName}-journal", Path.GetFileName(options.StopMarkPath),
        .. SalvagedFile.Unfinished(options).Select(static path => Path.GetFileName(path)),
    ];

    /// <summary>What a restore left that was cut off before it had decided anything.</summary>
    private void RemoveLeft()
    {
        foreach (var left in Made(StagedPrefix))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>Folders that a restore made; one that a person made or renamed is theirs.</summary>
    private IEnumerable<string> Made(string prefix) => Directory.GetDirectories(options.Folder, $"{prefix}*")
        .Where(folder => DateTime.TryParseExact(Path.GetFileName(folder)[prefix.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private void MakeDataFolder()
    {
        try
        {
            MakeFolder(options.Folder);
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new SqliteFailures(options).Explain(failure);
        }
    }

    private static void MakeFolder(string folder) =>
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
