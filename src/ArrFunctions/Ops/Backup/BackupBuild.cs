using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>Makes a backup as a local file, and looks at it again.</summary>
/// <param name="dataFolder">Holds the configuration and the key of the stored secrets, where there are any.</param>
internal sealed class BackupBuild(IStateCopy state, IArtifactStore artifacts, ITableStore tables, BackupOptions options, string dataFolder)
{
    private const int Attempts = 3;

    /// <param name="path">Of a file that is made.</param>
    /// <param name="reason">Why.</param>
    /// <param name="advance">Told how many bytes more are done; each is read three times.</param>
    /// <param name="cancellationToken">Leaves nothing.</param>
    /// <exception cref="StoreException">There is no room, the state is half imported or cannot be read.</exception>
    public async Task<BackupManifest> RunAsync(string path, BackupReason reason, Action<long> advance, CancellationToken cancellationToken)
    {
        if (await ImportGate.IsClosedAsync(tables, cancellationToken))
        {
            throw new StoreException("An import of state has begun and has not ended, so what is there is half a state. Bring the import to its end first.");
        }

        var copy = $"{path}.state";
        try
        {
            await CheckRoomAsync(path, cancellationToken);
            var copied = await state.CopyAsync(copy, cancellationToken);
            var manifest = await WriteAsync(path, copy, copied, reason, advance, cancellationToken);
            File.Delete(copy);
            await BackupCheck.RunAsync(path, copy, state.CheckAsync, advance, cancellationToken);
            return manifest;
        }
        catch (Exception failure)
        {
            File.Delete(path);
            throw failure is IOException or UnauthorizedAccessException or StateFileException
                ? new StoreException($"The backup could not be written to {Path.GetDirectoryName(path)}: {failure.Message}", failure)
                : failure is OperationCanceledException or StoreException ? failure : new StoreException($"The backup failed: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<BackupManifest> WriteAsync(
        string path, string copy, CopiedState copied, BackupReason reason, Action<long> advance, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await BackupWriter.WriteAsync(path, About(copied, reason, options.Artifacts), await SourcesAsync(copy, cancellationToken), advance, cancellationToken);
            }
            catch (BackupChangedException) when (attempt < Attempts)
            {
                File.Delete(path);
            }
        }
    }

    internal static BackupManifest About(CopiedState copied, BackupReason reason, bool hasArtifacts) => new()
    {
        Time = copied.Time,
        Reason = reason,
        StateFormat = copied.Format,
        Rows = copied.Rows,
        Messages = copied.Messages,
        HasArtifacts = hasArtifacts,
    };

    /// <summary>What lies beside the state. Never the first key that a person gets: it is shown once.</summary>
    internal static IReadOnlyList<BackupSource> Beside(string dataFolder) =>
    [
        BackupSource.Of(BackupEntry.Configuration, Path.Combine(dataFolder, BackupEntry.Configuration)),
        BackupSource.Of(BackupEntry.SecretKey, Path.Combine(dataFolder, BackupEntry.SecretKey)),
    ];

    private async Task<IReadOnlyList<BackupSource>> SourcesAsync(string copy, CancellationToken cancellationToken)
    {
        List<BackupSource> sources = [BackupSource.Of(state.Entry, copy), .. Beside(dataFolder)];
        foreach (var (group, artifact) in await ArtifactsAsync(cancellationToken))
        {
            sources.Add(new(BackupEntry.Artifact(group, artifact.Name), token => artifacts.OpenAsync(group, artifact.Name, token)));
        }

        return sources;
    }

    private async Task<IReadOnlyList<(string Group, StoredArtifact Artifact)>> ArtifactsAsync(CancellationToken cancellationToken)
    {
        List<(string Group, StoredArtifact Artifact)> found = [];
        foreach (var group in options.Artifacts ? await artifacts.GroupsAsync(cancellationToken) : [])
        {
            if (group != ArtifactBackups.Group)
            {
                found.AddRange((await artifacts.ListAsync(group, cancellationToken)).Select(artifact => (group, artifact)));
            }
        }

        return found;
    }

    /// <summary>Beside the backup lies a copy of the state while it is made.</summary>
    private async Task CheckRoomAsync(string path, CancellationToken cancellationToken) => BackupRoom.Check(
        Path.GetDirectoryName(path)!,
        (2 * await state.SizeAsync(cancellationToken)) + (await ArtifactsAsync(cancellationToken)).Sum(static one => one.Artifact.Size),
        "The backup");
}
