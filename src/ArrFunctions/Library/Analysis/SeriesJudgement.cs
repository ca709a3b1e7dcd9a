namespace ArrFunctions.Library.Analysis;

/// <summary>How complete a series is and how even.</summary>
internal static class SeriesJudgement
{
    /// <param name="files">Of the series, in the order of its seasons.</param>
    /// <param name="peers">By profile id.</param>
    /// <param name="candidates">The items that are upgrade candidates.</param>
    public static SeriesFigures Of(LibraryTitle series, IReadOnlyList<ScoredFile> files, IReadOnlyDictionary<int, PeerScores> peers, HashSet<ItemKey> candidates)
    {
        var seasons = files.GroupBy(file => file.Season).ToList();
        return new(
            series.Id,
            series.Title,
            series.Seasons.Count(season => season.Number > 0),
            files.Count,
            files.Sum(file => file.Size),
            Spread.MedianOf(files.Select(file => file.Score)),
            CompletionOf(series.Seasons),
            files.Count == 0 ? null : seasons.Sum(season => season.CountBy(file => file.Quality, StringComparer.Ordinal).Max(quality => quality.Value)) / (double)files.Count,
            Uneven(seasons, peers),
            files.Count(file => candidates.Contains(file.Item)));
    }

    /// <summary>Specials count where they are wanted or there: Sonarr counts no others among the episodes.</summary>
    private static double? CompletionOf(IReadOnlyList<LibrarySeason> seasons) =>
        seasons.Sum(season => (long)season.Episodes) is > 0 and var aired ? Math.Min(1, seasons.Sum(season => (long)season.Files) / (double)aired) : null;

    /// <summary>
    /// Farther from the median of the seasons than three times their robust spread and than half of the middle half of the profile's scores: seasons that are all alike but for some points are even.
    /// Of two seasons none is the odd one out, and specials are not compared.
    /// </summary>
    private static IReadOnlyList<int> Uneven(List<IGrouping<int, ScoredFile>> seasons, IReadOnlyDictionary<int, PeerScores> peers)
    {
        var medians = seasons.Where(season => season.Key > 0).Select(season => (Season: season.Key, Median: Spread.MedianOf(season.Select(file => file.Score))!.Value)).ToList();
        if (medians.Count < 3)
        {
            return [];
        }

        var median = MedianOf(medians.Select(season => season.Median));
        var profile = peers[seasons[0].First().Profile.Id].Scores;
        var limit = Math.Max(3 * 1.4826 * MedianOf(medians.Select(season => Math.Abs(season.Median - median))), (profile.Upper - profile.Lower) / 2);
        return [.. medians.Where(season => Math.Abs(season.Median - median) > limit).Select(season => season.Season).Order()];
    }

    private static double MedianOf(IEnumerable<double> values) => Spread.Quantile<double>(Spread.Sorted(values), 0.5);
}
