namespace ArrFunctions.Library.Analysis;

/// <summary>A histogram of scores.</summary>
/// <remarks>
/// Bands are 1, 2, 5, 10, 20, 50 ... points wide and begin at multiples of that, so that none holds negative and positive scores. The width is the smallest at which the middle 98 % of the scores
/// take 38 bands; what lies beyond is in the first and the last band, which reach as far as needed.
/// </remarks>
internal static class ScoreBands
{
    private const int Most = 40;

    public static IReadOnlyList<ScoreBand> Of(IEnumerable<int> scores) => OfSorted(Spread.Sorted(scores));

    /// <param name="sorted">In ascending order.</param>
    public static IReadOnlyList<ScoreBand> OfSorted(ReadOnlySpan<int> sorted)
    {
        if (sorted.IsEmpty)
        {
            return [];
        }

        var (least, most) = (sorted[0], sorted[^1]);
        long low = Spread.Reached(sorted, 0.01), high = Spread.Reached(sorted, 0.99);
        var width = Widths().First(width => Band(high, width) - Band(low, width) < Most - 2);
        var (first, last) = (Band(least, width), Band(most, width));
        if (last - first >= Most)
        {
            (first, last) = (Math.Max(first, Band(low, width) - 1), Math.Min(last, Band(high, width) + 1));
        }

        var counts = new int[last - first + 1];
        foreach (var score in sorted)
        {
            counts[Math.Clamp(Band(score, width), first, last) - first]++;
        }

        return
        [
            .. counts.Select((count, place) => new ScoreBand(
                Int(place == 0 ? Math.Min(first * width, least) : (first + place) * width),
                Int(place == counts.Length - 1 ? Math.Max((last + 1) * width, most) : (first + place + 1) * width),
                count)),
        ];
    }

    private static long Band(long score, long width) => (long)Math.Floor((double)score / width);

    private static int Int(long score) => (int)Math.Clamp(score, int.MinValue, int.MaxValue);

    private static IEnumerable<long> Widths()
    {
        for (var width = 1L; ; width *= 10)
        {
            yield return width;
            yield return 2 * width;
            yield return 5 * width;
        }
    }
}
