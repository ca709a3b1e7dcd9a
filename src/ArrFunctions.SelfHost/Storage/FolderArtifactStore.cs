using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Artifacts as files below the data folder: <c>artifacts/{group}/{name}</c>.</summary>
/// <remarks>
/// A file is written by another name and renamed when it is whole and on the disk. Its writer holds the group's lock file, shared, meanwhile:
/// whoever gets it alone knows that no file of such a name has a writer any more.
/// </remarks>
internal sealed class FolderArtifactStore(string dataFolder) : IArtifactStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // No name of an artifact begins with a dot.
    private const string Unfinished = ".new-";
    private const string LockFile = ".lock";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string root = Path.Combine(dataFolder, "artifacts");

    public async Task WriteAsync(string group, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Folder(group);
        await ExplainAsync("written", async () =>
        {
            // One after the other: what is made on the way to a folder does not take its mode.
            Directory.CreateDirectory(root, OwnerOnly | UnixFileMode.UserExecute);
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            RemoveUnfinished(folder);
            using var writing = KernelLock.Acquire(Path.Combine(folder, LockFile), offset: 0, KernelLockMode.Shared, Patience, cancellationToken);
            await WriteWholeAsync(folder, name, write, cancellationToken);
        });
    }

    public async Task<Stream?> OpenAsync(string group, string name, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        FileStream? file = null;
        await ExplainAsync("read", () =>
        {
            try
            {
                file = new FileStream(Path.Combine(Folder(group), name), new FileStreamOptions
                {
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                });
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // There is none.
            }

            return Task.CompletedTask;
        });
        return file;
    }

    public async Task<IReadOnlyList<StoredArtifact>> ListAsync(string group, CancellationToken cancellationToken = default)
    {
        ArtifactRules.CheckGroup(group);
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<StoredArtifact> artifacts = [];
        await ExplainAsync("read", () =>
        {
            var folder = new DirectoryInfo(Folder(group));
            if (folder.Exists)
            {
                RemoveUnfinished(folder.FullName);
                artifacts =
                [
                    .. folder.EnumerateFiles().Where(file => ArtifactRules.IsName(file.Name))
                        .OrderBy(file => file.Name, StringComparer.Ordinal)
                        .Select(file => new StoredArtifact(file.Name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc))),
                ];
            }

            return Task.CompletedTask;
        });
        return artifacts;
    }

    public async Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> groups = [];
        await ExplainAsync("read", () =>
        {
            var folder = new DirectoryInfo(root);
            groups = folder.Exists
                ? [.. folder.EnumerateDirectories().Where(group => ArtifactRules.IsGroup(group.Name) && group.EnumerateFiles().Any(file => ArtifactRules.IsName(file.Name))).Select(group => group.Name)]
                : [];
            return Task.CompletedTask;
        });
        return groups;
    }

    public Task RemoveAsync(string group, string name, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        return ExplainAsync("removed", () =>
        {
            LinuxFile.Remove(Path.Combine(Folder(group), name));
            return Task.CompletedTask;
        });
    }

    public Task RemoveAsync(string group, CancellationToken cancellationToken = default)
    {
        ArtifactRules.CheckGroup(group);
        cancellationToken.ThrowIfCancellationRequested();
        return ExplainAsync("removed", () =>
        {
            try
            {
                Directory.Delete(Folder(group), recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // There is none.
            }

            return Task.CompletedTask;
        });
    }

    private static async Task WriteWholeAsync(string folder, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(folder, $"{Unfinished}{Guid.NewGuid():n}");
        try
        {
            await using (var file = new FileStream(unfinished, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
                UnixCreateMode = OwnerOnly,
            }))
            {
                await write(file, cancellationToken);
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            LinuxFile.Rename(unfinished, Path.Combine(folder, name));
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        LinuxFile.TrySyncFolder(folder);
        LinuxFile.TrySyncFolder(Path.GetDirectoryName(folder)!);
    }

    /// <summary>What a writer that was killed left; nothing while another one writes.</summary>
    private static void RemoveUnfinished(string folder)
    {
        var left = Directory.GetFiles(folder, $"{Unfinished}*");
        if (left.Length is 0)
        {
            return;
        }

        using var alone = KernelLock.TryAcquire(Path.Combine(folder, LockFile), offset: 0, KernelLockMode.Exclusive);
        if (alone is not null)
        {
            Array.ForEach(left, File.Delete);
        }
    }

    private string Folder(string group) => Path.Combine(root, group);

    private async Task ExplainAsync(string done, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw new StoreException(
                $"The artifacts in {root} could not be {done}: {LinuxFileException.SentenceOf(exception)} Check that the folder is writable, whose it is, and that its disk has room.",
                exception);
        }
    }
}
