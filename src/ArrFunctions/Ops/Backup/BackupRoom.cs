using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>Asks for room before anything is written, so that no disk is filled up.</summary>
internal static class BackupRoom
{
    /// <summary>Stays free for what the program itself writes meanwhile.</summary>
    private const long Reserve = 32L * 1024 * 1024;

    /// <exception cref="StoreException">There is not enough.</exception>
    public static void Check(string folder, long bytes, string what)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < bytes + Reserve)
        {
            throw new StoreException(
                $"{what} needs {BackupWords.Size(bytes + Reserve)} in {folder} while it is made, and {BackupWords.Size(free)} are free. Nothing was changed. Make room there, or remove old backups.");
        }
    }
}
