namespace ArrFunctions.Jobs.Batches;

/// <summary>Which files of a folder a batch leaves out.</summary>
public sealed record BatchFilters
{
    /// <summary>Bytes; smaller files are left out.</summary>
    public long? MinSize { get; init; }

    /// <summary>Files that were changed longer ago are left out.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Patterns of paths that are left out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
