using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The folder on disk: its creation, its rights, its file system.</summary>
internal static class DataFolder
{
    /// <summary>Makes the folder (0700) and an empty database file (0600) where they are missing.</summary>
    public static void Prepare(SqliteOptions options)
    {
        PrepareFolder(options);

        if (new FileInfo(options.DatabasePath).LinkTarget is not null)
        {
            throw new StoreException($"{options.DatabasePath} is a link, and SQLite keeps the log beside the file that it leads to, where nothing would look for it after a power cut. Nothing was changed. "
                + "Move that file and what lies beside it here, or make the whole data folder the link.");
        }

        if (File.Exists(options.DatabasePath))
        {
            return;
        }

        if (Directory.Exists(options.DatabasePath))
        {
            throw new StoreException($"{options.DatabasePath} is a folder, where the file of the state should be. Nothing was changed. Move it away, or put back a backup: `arrfunctions admin restore latest`.");
        }

        // SQLite gives its log and journal the mode of the database. A file that exists is never opened here: closing
        // it would drop the POSIX locks that SQLite holds on it elsewhere in this process (sqlite.org/howtocorrupt.html, 2.2).
        try
        {
            new FileStream(options.DatabasePath, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
        catch (IOException) when (File.Exists(options.DatabasePath))
        {
            // Another process that starts now was first.
        }
    }

    /// <summary>Makes the folder (0700) where it is missing.</summary>
    public static void PrepareFolder(SqliteOptions options)
    {
        if (!Directory.Exists(options.Folder))
        {
            Directory.CreateDirectory(options.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public static SqliteJournal JournalFor(DriveInfo drive) => JournalFor(drive.DriveType, drive.DriveFormat);

    /// <summary>A FUSE file system may be a network one (sshfs, rclone), and the local ones (mergerfs, shfs) do not all share memory properly.</summary>
    internal static SqliteJournal JournalFor(DriveType type, string format) =>
        type is DriveType.Network || format.StartsWith("fuse", StringComparison.OrdinalIgnoreCase) || NetworkFormats.Contains(format)
            ? SqliteJournal.Delete
            : SqliteJournal.Wal;

    // What the runtime does not count as Network by its own list.
    private static readonly HashSet<string> NetworkFormats = new(StringComparer.OrdinalIgnoreCase)
    {
        "9p", "v9fs", "afs", "ceph", "cifs", "coda", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs",
    };
}
