using ArrFunctions.Library.History;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>What one export did: a row of the run log.</summary>
internal sealed record ExportRun
{
    /// <summary>Of its batch.</summary>
    public required string Id { get; init; }

    public required string Instance { get; init; }

    public required ServarrService Service { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public ExportScope Scope { get; init; }

    /// <summary>Why it is a full one, in a sentence; null where it is not.</summary>
    public string? Why { get; init; }

    /// <summary>Movies or series that the instance has.</summary>
    public int Titles { get; init; }

    /// <summary>Movies or series whose files were to be fetched.</summary>
    public int Due { get; init; }

    /// <summary>Movies or series whose scores followed from what was stored.</summary>
    public int Rescored { get; init; }

    /// <summary>What went wrong, in a sentence.</summary>
    public string? Trouble { get; init; }

    /// <summary>Movies or series whose files are not as fresh as the rest.</summary>
    public int Missing { get; init; }

    /// <summary>The changes that were found since it began.</summary>
    public IReadOnlyDictionary<string, int> Changes { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Figures at its end.</summary>
    public LibrarySnapshot? Snapshot { get; init; }

    /// <summary>The scores of the files at its end, by profile.</summary>
    public IReadOnlyList<ScoreCounts>? Scores { get; init; }

    /// <summary>What came of it, in a sentence.</summary>
    public string? Result { get; init; }

    /// <summary>Whether it is known what there is to fetch.</summary>
    public bool IsSurveyed { get; init; }
}
