namespace ArrFunctions.SelfHost.Storage;

/// <summary>Where the state lies and how it is opened.</summary>
internal sealed record SqliteOptions
{
    /// <summary>The data folder; made, for its owner only, when it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Null: write-ahead log, but a rollback journal on a network file system.</summary>
    public SqliteJournal? Journal { get; init; }

    /// <summary>How long a write waits for another process before it gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Name of the file; another one only while it is being made.</summary>
    public string FileName { get; init; } = "state.db";

    public string DatabasePath => Path.Combine(Folder, FileName);

    /// <summary>Whether there is one; the file itself may be on its way, from a restore that was cut off.</summary>
    public bool HasState => File.Exists(DatabasePath) || File.Exists(Path.Combine(Folder, RestoreJournal.FileName));

    /// <summary>Bytes of the file and its log.</summary>
    public long Size => new[] { DatabasePath, LogPath }.Select(static path => new FileInfo(path)).Where(static file => file.Exists).Sum(static file => file.Length);

    /// <summary>The write-ahead log.</summary>
    public string LogPath => $"{DatabasePath}-wal";

    /// <summary>Empty; serves <see cref="StateLocks"/>.</summary>
    public string LockPath => Path.Combine(Folder, "state.lock");

    /// <summary>Of those made before a migration, and of all others where <c>Backup:Folder</c> names no other.</summary>
    public string BackupFolder => Path.Combine(Folder, "backups");

    public string StopMarkPath => Path.Combine(Folder, "state.stopped");
}
