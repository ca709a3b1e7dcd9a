using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>Where backups are kept; names are those of <see cref="BackupName"/>.</summary>
internal interface IBackupPlace
{
    /// <summary>For people.</summary>
    string Name { get; }

    /// <summary>A folder on a local disk, where a backup is made before it is kept.</summary>
    string Scratch { get; }

    /// <summary>The turn to make one; null while somebody else makes one. What one that was killed left is removed.</summary>
    Task<IAsyncDisposable?> TryBeginAsync(CancellationToken cancellationToken);

    /// <summary>Takes over a file of <see cref="Scratch"/>, durable before it returns.</summary>
    Task KeepAsync(string path, string name, CancellationToken cancellationToken);

    Task<IReadOnlyList<StoredArtifact>> ListAsync(CancellationToken cancellationToken);

    /// <summary>A stream from its beginning; null: there is none.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    Task RemoveAsync(string name, CancellationToken cancellationToken);
}
