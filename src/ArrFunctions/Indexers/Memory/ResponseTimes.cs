namespace ArrFunctions.Indexers.Memory;

/// <summary>Counts of response times in classes: each is a tenth wider than its beginning, so the middle of one is within 5 % of every time in it.</summary>
/// <remarks>Written as the first class that has any, and the counts of it and the following ones.</remarks>
internal static class ResponseTimes
{
    /// <summary>Where each class begins; to 20 ms each has one time, from about an hour on there is one class.</summary>
    private static readonly int[] Beginnings = [.. Classes()];

    public static int[] Of(IEnumerable<int> milliseconds) => Written(milliseconds.CountBy(ClassOf));

    public static int[] Sum(IEnumerable<int[]> counts) =>
        Written(counts.SelectMany(Read).AggregateBy(count => count.Key, 0, (sum, count) => sum + count.Value));

    /// <summary>The time that so large a part of all did not exceed; null without any.</summary>
    public static int? Percentile(int[] counts, double part)
    {
        var rank = (long)Math.Ceiling(counts.Skip(1).Sum(count => (long)count) * part);
        foreach (var (place, count) in Read(counts))
        {
            rank -= count;
            if (rank <= 0)
            {
                return Middle(place);
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

    private static IEnumerable<KeyValuePair<int, int>> Read(int[] counts) => counts.Skip(1).Select((count, place) => KeyValuePair.Create(counts[0] + place, count));

    private static int[] Written(IEnumerable<KeyValuePair<int, int>> counts)
    {
        var known = counts.ToDictionary();
        if (known.Count == 0)
        {
            return [];
        }

        var (first, last) = (known.Keys.Min(), known.Keys.Max());
        return [first, .. Enumerable.Range(first, last - first + 1).Select(place => known.GetValueOrDefault(place))];
    }

    private static IEnumerable<int> Classes()
    {
        for (var beginning = 0; beginning < 3_600_000; beginning += Math.Max(1, beginning / 10))
        {
            yield return beginning;
        }
    }
}
