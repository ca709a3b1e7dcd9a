using System.Globalization;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Views;

/// <summary>A page of candidates by rank.</summary>
/// <param name="Total">That fit what was asked for, on all pages.</param>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record CandidateList(string Instance, DateTimeOffset Collected, int Total, IReadOnlyList<UpgradeCandidate> Candidates, string? Cursor)
{
    /// <param name="after">The rank behind which the page begins.</param>
    public static CandidateList Of(LibraryAnalysis analysis, CandidateFilter filter, int limit, int after = 0)
    {
        var fitting = analysis.Candidates.Where(filter.Fits).ToList();
        var page = fitting.Where(candidate => candidate.Rank > after).Take(limit).ToList();
        return new(
            analysis.Instance,
            analysis.Collected,
            fitting.Count,
            page,
            page is [.., var last] && last != fitting[^1] ? last.Rank.ToString(CultureInfo.InvariantCulture) : null);
    }
}
