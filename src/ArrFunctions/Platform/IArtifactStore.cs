namespace ArrFunctions.Platform;

/// <summary>Files that are made once, read and at last removed: a folder, or Azure Blob Storage.</summary>
/// <remarks>Groups and names follow <see cref="ArtifactRules"/>. A store that cannot be read or written throws <see cref="StoreException"/>.</remarks>
public interface IArtifactStore
{
    /// <summary>Keeps what is written to the stream; it replaces one of the same name, and is there as a whole or not at all.</summary>
    Task WriteAsync(string group, string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default);

    /// <summary>A stream from its beginning; null: there is none. The caller disposes of it.</summary>
    Task<Stream?> OpenAsync(string group, string name, CancellationToken cancellationToken = default);

    /// <summary>Those of a group by name.</summary>
    Task<IReadOnlyList<StoredArtifact>> ListAsync(string group, CancellationToken cancellationToken = default);

    /// <summary>The groups that hold anything, in no order.</summary>
    Task<IReadOnlyList<string>> GroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes one artifact; none is fine.</summary>
    Task RemoveAsync(string group, string name, CancellationToken cancellationToken = default);

    /// <summary>Removes a group with all that is in it; none is fine.</summary>
    Task RemoveAsync(string group, CancellationToken cancellationToken = default);
}
