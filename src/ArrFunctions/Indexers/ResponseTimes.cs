namespace ArrFunctions.Indexers;

/// <summary>Counts of response times in classes: each is a tenth wider than its beginning, so the middle of one is within 5 % of every time in it.</summary>
/// <remarks>Written as pairs of class and count, ascending, without empty classes.</remarks>
internal static class ResponseTimes
{
    /// <summary>Where each class begins; to 20 ms each has one time, from about an hour on there is one class.</summary>
    private static readonly int[] Beginnings = [.. Classes()];

    public static int[] Of(IEnumerable<int> milliseconds) =>
        Pairs(milliseconds.CountBy(ClassOf));

    public static int[] Sum(IEnumerable<int[]> counts) =>
        Pairs(counts.SelectMany(pairs => pairs.Chunk(2)).AggregateBy(pair => pair[0], 0, (sum, pair) => sum + pair[1]));

    /// <summary>The time that so large a part of all did not exceed; null without any.</summary>
    public static int? Percentile(int[] counts, double part)
    {
        var rank = (long)Math.Ceiling(counts.Chunk(2).Sum(pair => (long)pair[1]) * part);
        foreach (var pair in counts.Chunk(2))
        {
            rank -= pair[1];
            if (rank <= 0)
            {
                return Middle(pair[0]);
            }
        }

        return null;
    }

    private static int ClassOf(int milliseconds)
    {
        var found = Array.BinarySearch(Beginnings, Math.Max(milliseconds, 0));
        return found >= 0 ? found : ~found - 1;
    }

    private static int Middle(int place) => place + 1 < Beginnings.Length ? (Beginnings[place] + Beginnings[place + 1] - 1) / 2 : Beginnings[place];

    private static int[] Pairs(IEnumerable<KeyValuePair<int, int>> counts) => [.. counts.OrderBy(count => count.Key).SelectMany(count => new[] { count.Key, count.Value })];

    private static IEnumerable<int> Classes()
    {
        for (var beginning = 0; beginning < 3_600_000; beginning += Math.Max(1, beginning / 10))
        {
            yield return beginning;
        }
    }
}
