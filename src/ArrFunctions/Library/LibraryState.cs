namespace ArrFunctions.Library;

/// <summary>How far the library of one instance is known.</summary>
internal sealed record LibraryState
{
    /// <summary>Files that were fetched before are to be fetched again.</summary>
    public DateTimeOffset FullFrom { get; init; }

    /// <summary>The history of the instance was read up to then.</summary>
    public DateTimeOffset HistoryFrom { get; init; }

    /// <summary>When the first export ended: what was there by then is no news.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When an export ended last.</summary>
    public DateTimeOffset? Collected { get; init; }

    /// <summary>The export that ended last.</summary>
    public string? ExportId { get; init; }

    /// <summary>Whether an indexer that the instance searches worked then.</summary>
    public bool HasWorkingIndexer { get; init; } = true;

    /// <summary>Days before it are counted for good.</summary>
    public DateOnly DaysFrom { get; init; }
}
