namespace ArrFunctions.Demo.Servarr;

/// <summary>An episode file or a movie file.</summary>
public sealed record LibraryFile
{
    public required int Id { get; init; }

    /// <summary>Id of its series or movie.</summary>
    public required int SubjectId { get; init; }

    /// <summary>Empty for a movie.</summary>
    public IReadOnlyList<Episode> Episodes { get; init; } = [];

    /// <summary>Folder of its series or movie below the root folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Below <see cref="Folder"/>.</summary>
    public required string RelativePath { get; init; }

    /// <summary>As the application sees it.</summary>
    public required string Path { get; init; }

    /// <summary>Where it really is; empty for a file that is on no disk.</summary>
    public required string LocalPath { get; init; }

    public required long Size { get; init; }

    public required DateTimeOffset DateAdded { get; init; }

    public required Import Import { get; init; }

    internal bool IsOnDisk => LocalPath.Length > 0;

    /// <summary>Whether both are of the same movie, or of an episode that both hold.</summary>
    public bool Replaces(LibraryFile other) =>
        SubjectId == other.SubjectId && (Episodes.Count == 0 || Episodes.Any(episode => other.Episodes.Any(held => held.Id == episode.Id)));
}
