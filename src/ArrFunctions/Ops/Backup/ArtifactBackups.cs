using System.Text.Json;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>Backups among the artifacts, in a group of their own; the turn is a row with a time limit. For a host whose disk is not its own.</summary>
/// <param name="dataFolder">Where a backup is made before it is kept.</param>
internal sealed class ArtifactBackups(IArtifactStore artifacts, ITableStore tables, TimeProvider clock, string dataFolder) : IBackupPlace
{
    /// <summary>SHA-256 of <c>backups</c>, the first 128 bits.</summary>
    public const string Group = "9d488c8887ad0009ea705807a2b6fae5";

    private const string LeaseKey = "backup-turn";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public string Name => "the artifact store";

    public string Scratch => Path.Combine(dataFolder, "backup-scratch");

    public async Task<IAsyncDisposable?> TryBeginAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await tables.GetAsync(ImportGate.Table, ImportGate.Partition, LeaseKey, cancellationToken);
        if (found is not null && JsonSerializer.Deserialize(found.Content, BackupJson.Default.BackupLease)!.Until > now)
        {
            return null;
        }

        var content = JsonSerializer.Serialize(new($"{Guid.NewGuid():n}", now + Longest), BackupJson.Default.BackupLease);
        try
        {
            await tables.CommitAsync(
                ImportGate.Table,
                ImportGate.Partition,
                [found is null ? new TableChange.Insert(LeaseKey, content) : new TableChange.Replace(LeaseKey, content, found.ETag)],
                cancellationToken);
        }
        catch (TableConflictException)
        {
            return null;
        }

        var turn = new Turn(tables, content);
        try
        {
            BackupScratch.Prepare(Scratch);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public Task KeepAsync(string path, string name, CancellationToken cancellationToken) => artifacts.WriteAsync(
        Group,
        ToArtifact(name),
        async (target, token) =>
        {
            await using var file = File.OpenRead(path);
            await file.CopyToAsync(target, token);
        },
        cancellationToken);

    public async Task<IReadOnlyList<StoredArtifact>> ListAsync(CancellationToken cancellationToken) =>
    [
        .. (await artifacts.ListAsync(Group, cancellationToken))
            .Select(static artifact => artifact with { Name = FromArtifact(artifact.Name) })
            .Where(static artifact => BackupName.Is(artifact.Name)),
    ];

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) => artifacts.OpenAsync(Group, ToArtifact(name), cancellationToken);

    public Task RemoveAsync(string name, CancellationToken cancellationToken) => artifacts.RemoveAsync(Group, ToArtifact(name), cancellationToken);

    /// <summary>Names of artifacts have no capital letters.</summary>
    private static string ToArtifact(string name) => name.Replace('T', 't').Replace('Z', 'z');

    private static string FromArtifact(string name) =>
        name is { Length: 33 } && name.EndsWith("z.zip", StringComparison.Ordinal) ? $"{name[..21]}T{name[22..28]}Z.zip" : name;

    private sealed class Turn(ITableStore tables, string content) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                if (await tables.GetAsync(ImportGate.Table, ImportGate.Partition, LeaseKey) is { } row && row.Content == content)
                {
                    await tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Delete(LeaseKey, row.ETag)]);
                }
            }
            catch (Exception failure) when (failure is StoreException or TableConflictException)
            {
                // Its time ends by itself.
            }
        }
    }
}
