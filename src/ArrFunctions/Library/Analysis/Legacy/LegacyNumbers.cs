namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>The numbers of Arr Score Exporter 2.0, by its formulas and with its fixed thresholds, for those who compare with its reports.</summary>
/// <remarks>Everything is measured by the mean score. As there, a file counts once for each episode that it holds. An empty library, at which it stopped, has no health.</remarks>
/// <param name="Files">Rows that it counted: movies or episodes.</param>
/// <param name="Mean">Of the scores; 0 without files.</param>
/// <param name="Candidates">By score, then by priority.</param>
/// <param name="Profiles">That have files; the highest mean first.</param>
/// <param name="Formats">That have files; the highest mean first.</param>
/// <param name="Health">Null for an empty library.</param>
/// <param name="Categories">All ten, in the order in which they are tried.</param>
internal sealed record LegacyNumbers(
    int Files,
    double Mean,
    IReadOnlyList<LegacyCandidate> Candidates,
    IReadOnlyList<LegacyProfile> Profiles,
    IReadOnlyList<LegacyFormat> Formats,
    LegacyHealth? Health,
    IReadOnlyDictionary<FileCategory, IReadOnlyList<ItemKey>> Categories)
{
    /// <summary>The threshold of its reports, and of its health whatever the candidates' one is.</summary>
    public const int ReportThreshold = 50;

    /// <param name="threshold">Files with a higher score are no candidates: 50 in its reports, -50 in its <c>analyze</c> command.</param>
    /// <param name="knowsPoints">
    /// Whether the points of single formats count, as its formulas meant. False: what it really saw, as Radarr and Sonarr never told it of them.
    /// </param>
    public static LegacyNumbers Of(ScoredLibrary library, int threshold = ReportThreshold, bool knowsPoints = false)
    {
        var rows = new LegacyRows(library, knowsPoints);
        return new(
            rows.Count,
            rows.Mean,
            [.. LegacyCandidates.Of(rows, threshold).OrderBy(candidate => candidate.Score).ThenBy(candidate => candidate.Priority)],
            LegacyProfile.Of(rows),
            LegacyFormat.Of(rows, library),
            LegacyHealth.Of(rows),
            LegacyCategories.Of(rows));
    }
}
