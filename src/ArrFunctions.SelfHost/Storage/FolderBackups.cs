using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Backups as files of a folder, and those made before migrations, which lie in the data folder in any case.</summary>
internal sealed class FolderBackups(BackupOptions options, SqliteOptions state) : IBackupPlace
{
    private const string LockFile = ".lock";
    private readonly string folder = options.Folder ?? state.BackupFolder;

    public string Name => folder;

    public string Scratch => folder;

    private IEnumerable<string> Folders => string.Equals(folder, state.BackupFolder, StringComparison.Ordinal) ? [folder] : [folder, state.BackupFolder];

    public Task<IAsyncDisposable?> TryBeginAsync(CancellationToken cancellationToken) => ExplainAsync<IAsyncDisposable?>(() =>
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (KernelLock.TryAcquire(Path.Combine(folder, LockFile), offset: 0, KernelLockMode.Exclusive) is not { } turn)
        {
            return null;
        }

        BackupScratch.Prepare(folder);
        return new Turn(turn);
    });

    public Task KeepAsync(string path, string name, CancellationToken cancellationToken) => ExplainAsync(() =>
    {
        LinuxFile.Rename(path, Path.Combine(folder, name));
        LinuxFile.TrySyncFolder(folder);
        return true;
    });

    public Task<IReadOnlyList<StoredArtifact>> ListAsync(CancellationToken cancellationToken) => ExplainAsync<IReadOnlyList<StoredArtifact>>(() =>
    [
        .. Folders.Where(Directory.Exists)
            .SelectMany(static one => new DirectoryInfo(one).EnumerateFiles())
            .Where(static file => BackupName.Is(file.Name))
            .DistinctBy(static file => file.Name, StringComparer.Ordinal)
            .Select(static file => new StoredArtifact(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc))),
    ]);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) => ExplainAsync<Stream?>(() => Find(name) is { } path
        ? new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous })
        : null);

    public Task RemoveAsync(string name, CancellationToken cancellationToken) => ExplainAsync(() =>
    {
        if (Find(name) is { } path)
        {
            LinuxFile.Remove(path);
        }

        return true;
    });

    /// <summary>Where it lies; null: there is none.</summary>
    public string? Find(string name) => BackupName.Is(name) ? Folders.Select(one => Path.Combine(one, name)).FirstOrDefault(File.Exists) : null;

    private Task<T> ExplainAsync<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The backups in {folder} cannot be reached: {LinuxFileException.SentenceOf(failure)} Check that the folder is there and writable, and whose it is.", failure);
        }
    }

    private sealed class Turn(KernelLock held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
