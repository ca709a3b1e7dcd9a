namespace ArrFunctions.Library;

/// <summary>A movie file or episode file as an export keeps it.</summary>
public sealed record LibraryFile
{
    /// <summary>Of the file at its instance; another one after each import.</summary>
    public required int FileId { get; init; }

    /// <summary>Below the folder of its movie or series.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public DateTimeOffset Added { get; init; }

    /// <summary><c>Bluray-1080p</c>.</summary>
    public required string Quality { get; init; }

    public int QualityId { get; init; }

    /// <summary>Lines: 2160, 1080; 0 where the application does not know.</summary>
    public int QualityResolution { get; init; }

    /// <summary>The custom format score: the sum of what its profile gives for its formats.</summary>
    public int Score { get; init; }

    /// <summary>Ids of the custom formats that it matches, in ascending order.</summary>
    public IReadOnlyList<int> Formats { get; init; } = [];

    /// <summary>Its quality is below the cutoff of its profile.</summary>
    public bool QualityCutoffNotMet { get; init; }

    /// <summary>Null where the application did not look into it.</summary>
    public LibraryMedia? Media { get; init; }

    public string? ReleaseGroup { get; init; }

    public string? Edition { get; init; }

    /// <summary>Names of the languages, as the application tells them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The episodes that it holds, in order; none for a movie.</summary>
    public IReadOnlyList<LibraryEpisode> Episodes { get; init; } = [];

    /// <summary>When its item was seen with a file first.</summary>
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>When its score or file changed last; else when it was seen first.</summary>
    public DateTimeOffset Changed { get; init; }
}
