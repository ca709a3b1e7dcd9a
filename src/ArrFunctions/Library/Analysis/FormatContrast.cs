namespace ArrFunctions.Library.Analysis;

/// <summary>Medians of the files of a profile that match a format, and of those that do not.</summary>
/// <param name="Weight">How much the two tell: that of their harmonic mean.</param>
internal readonly record struct FormatContrast(int Format, double With, double Without, double Weight)
{
    /// <summary>Fewer files than this on either side tell nothing.</summary>
    private const int Enough = 3;

    public double Difference => With - Without;

    /// <summary>For each format with enough files on both sides. The files are sorted once; a median without a format is found by the places of those with it.</summary>
    /// <param name="files">All of a profile.</param>
    public static IEnumerable<FormatContrast> Of(IEnumerable<ScoredFile> files, Func<ScoredFile, double> value)
    {
        var sorted = files.ToArray();
        var values = Array.ConvertAll(sorted, file => value(file));
        Array.Sort(values, sorted);
        var places = new Dictionary<int, List<int>>();
        for (var place = 0; place < sorted.Length; place++)
        {
            foreach (var format in sorted[place].Formats)
            {
                (places.TryGetValue(format, out var known) ? known : places[format] = []).Add(place);
            }
        }

        foreach (var (format, with) in places)
        {
            var without = sorted.Length - with.Count;
            if (with.Count >= Enough && without >= Enough)
            {
                yield return new(
                    format,
                    Median(with.Count, nth => values[with[nth]]),
                    Median(without, nth => values[PlaceWithout(with, nth)]),
                    (double)with.Count * without / sorted.Length);
            }
        }
    }

    private static double Median(int count, Func<int, double> nth) => (nth((count - 1) / 2) + nth(count / 2)) / 2;

    /// <summary>The place of the nth that is not taken.</summary>
    private static int PlaceWithout(List<int> taken, int nth)
    {
        var (low, high) = (0, taken.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = taken[middle] - middle <= nth ? (middle + 1, high) : (low, middle);
        }

        return nth + low;
    }
}
