using System.Text.Json;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Views;

/// <summary>A library in short.</summary>
/// <param name="Collected">When its data was fetched.</param>
/// <param name="Candidates">How many of each priority.</param>
/// <param name="BlockedCandidates">Those of them that will not be replaced as things are.</param>
internal sealed record LibrarySummary(
    string Instance,
    ServarrService Service,
    DateTimeOffset Collected,
    LibraryFigures Figures,
    LibraryHealth Health,
    IReadOnlyDictionary<string, int> Candidates,
    int BlockedCandidates,
    IReadOnlyList<CategoryView> Categories,
    LibraryBreakdown Breakdown)
{
    public static LibrarySummary Of(LibraryAnalysis analysis) => new(
        analysis.Instance,
        analysis.Service,
        analysis.Collected,
        analysis.Figures,
        analysis.Health,
        Enum.GetValues<CandidatePriority>().ToDictionary(
            static priority => JsonNamingPolicy.CamelCase.ConvertName(priority.ToString()),
            priority => analysis.Candidates.Count(candidate => candidate.Priority == priority),
            StringComparer.Ordinal),
        analysis.Candidates.Count(static candidate => candidate.Blocks is not []),
        [.. analysis.Categories.Select(static category => new CategoryView(category.Category, category.Criteria, category.Files, category.Bytes, category.Median))],
        analysis.Breakdown);
}

/// <summary>A category without its files, which <c>export.json</c> lists.</summary>
internal sealed record CategoryView(FileCategory Category, string Criteria, int Files, long Bytes, double? Median);
