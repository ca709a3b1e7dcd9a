using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Analysis;

/// <summary>Everything that is said of a library; the artifacts and routes show it.</summary>
internal sealed record LibraryAnalysis
{
    public required string Instance { get; init; }

    public required ServarrService Service { get; init; }

    /// <summary>When the data was fetched.</summary>
    public required DateTimeOffset Collected { get; init; }

    public required LibraryFigures Figures { get; init; }

    public required LibraryHealth Health { get; init; }

    /// <summary>By rank.</summary>
    public required IReadOnlyList<UpgradeCandidate> Candidates { get; init; }

    public required IReadOnlyList<FormatEffect> Formats { get; init; }

    public required IReadOnlyList<ProfileFigures> Profiles { get; init; }

    /// <summary>All ten, also those without a file.</summary>
    public required IReadOnlyList<CategoryFigures> Categories { get; init; }

    public required LibraryBreakdown Breakdown { get; init; }

    /// <summary>Null where the history is not looked at.</summary>
    public LibraryTrends? Trends { get; init; }
}
