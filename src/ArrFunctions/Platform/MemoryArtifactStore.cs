using System.Collections.Concurrent;

namespace ArrFunctions.Platform;

/// <summary>Artifacts that live as long as the process, for tests and for trying things out.</summary>
public sealed class MemoryArtifactStore(TimeProvider clock) : IArtifactStore
{
    private readonly ConcurrentDictionary<(string Group, string Name), (byte[] Content, DateTimeOffset Written)> artifacts = new();

    public async Task WriteAsync(string group, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        using var content = new MemoryStream();
        await write(content, cancellationToken);
        artifacts[(group, name)] = (content.ToArray(), clock.GetUtcNow());
    }

    public Task<Stream?> OpenAsync(string group, string name, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(artifacts.TryGetValue((group, name), out var artifact) ? new MemoryStream(artifact.Content, writable: false) : null);
    }

    public Task<IReadOnlyList<StoredArtifact>> ListAsync(string group, CancellationToken cancellationToken = default)
    {
        ArtifactRules.CheckGroup(group);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<StoredArtifact>>(
            [
                .. artifacts.Where(artifact => artifact.Key.Group == group)
                    .Select(artifact => new StoredArtifact(artifact.Key.Name, artifact.Value.Content.Length, artifact.Value.Written))
                    .OrderBy(artifact => artifact.Name, StringComparer.Ordinal),
            ]);
    }

    public Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([.. artifacts.Keys.Select(static key => key.Group).Distinct(StringComparer.Ordinal)]);

    public Task RemoveAsync(string group, string name, CancellationToken cancellationToken = default)
    {
        ArtifactRules.Check(group, name);
        artifacts.TryRemove((group, name), out _);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string group, CancellationToken cancellationToken = default)
    {
        ArtifactRules.CheckGroup(group);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var key in artifacts.Keys.Where(key => key.Group == group))
        {
            artifacts.TryRemove(key, out _);
        }

        return Task.CompletedTask;
    }
}
