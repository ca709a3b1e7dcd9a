using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library;

/// <summary>Puts together what is said of a library.</summary>
internal static class LibraryAnalyst
{
    /// <param name="hasWorkingIndexer">Whether an indexer that the instance searches works.</param>
    /// <param name="collected">When the data was fetched.</param>
    /// <param name="trends">Null where the history is not looked at.</param>
    public static LibraryAnalysis Of(ScoredLibrary library, bool hasWorkingIndexer, DateTimeOffset collected, LibraryTrends? trends)
    {
        var candidates = UpgradeCandidates.Of(library, hasWorkingIndexer);
        var figures = Figures.Of(library);
        return new()
        {
            Instance = library.Instance,
            Service = library.Service,
            Collected = collected,
            Figures = figures,
            Health = HealthReport.Of(library, figures, candidates),
            Candidates = candidates,
            Formats = FormatEffects.Of(library),
            Profiles = ProfileReport.Of(library),
            Categories = Categories.Of(library),
            Breakdown = Breakdown.Of(library, candidates),
            Trends = trends,
        };
    }
}
