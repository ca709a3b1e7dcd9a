using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Exports;

namespace ArrFunctions.Library.Artifacts;

/// <summary>What artifacts are made of.</summary>
internal sealed record ExportContent
{
    public required string ExportId { get; init; }

    public required LibraryAnalysis Analysis { get; init; }

    /// <summary>By id.</summary>
    public required IReadOnlyDictionary<int, ScoreProfile> Profiles { get; init; }

    /// <summary>By id.</summary>
    public required IReadOnlyDictionary<int, ScoredFormat> Formats { get; init; }

    /// <summary>Every file in the order of titles and episodes, read anew from the store at each call: never all in memory.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<LibraryRow>> Rows { get; init; }

    /// <summary>The scores of the files, by profile.</summary>
    public IReadOnlyList<ScoreCounts> Scores { get; init; } = [];

    /// <summary>When the artifact is made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Parts of the library that could not be read, in sentences; empty: it is whole.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
