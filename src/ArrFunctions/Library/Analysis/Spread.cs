using System.Numerics;

namespace ArrFunctions.Library.Analysis;

/// <summary>Order statistics. Those of no values are null.</summary>
internal static class Spread
{
    public static ScoreSpread? Of(IEnumerable<int> scores) => OfSorted(Sorted(scores));

    /// <param name="sorted">In ascending order.</param>
    public static ScoreSpread? OfSorted(ReadOnlySpan<int> sorted)
    {
        if (sorted.IsEmpty)
        {
            return null;
        }

        var deviations = Deviations(sorted);
        return new(sorted[0], Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), sorted[^1], Mean(sorted), Quantile<double>(deviations, 0.5));
    }

    public static T[] Sorted<T>(IEnumerable<T> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    public static double? MedianOf(IEnumerable<int> scores) => Sorted(scores) is { Length: > 0 } sorted ? Quantile<int>(sorted, 0.5) : null;

    /// <summary>The value that so large a part does not exceed, between the two nearest ones; the median of an even number is the mean of the middle two.</summary>
    /// <param name="sorted">At least one, in ascending order.</param>
    public static double Quantile<T>(ReadOnlySpan<T> sorted, double part)
        where T : INumber<T>
    {
        var place = (sorted.Length - 1) * part;
        var (below, above) = (double.CreateChecked(sorted[(int)place]), double.CreateChecked(sorted[(int)Math.Ceiling(place)]));
        return below + ((above - below) * (place - Math.Floor(place)));
    }

    /// <summary>The smallest of the values that at least so large a part does not exceed: one of them, never between two.</summary>
    /// <param name="sorted">At least one, in ascending order.</param>
    public static T Reached<T>(ReadOnlySpan<T> sorted, double part) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * part) - 1)];

    /// <summary>
    /// How far values usually lie from their median: the median absolute deviation; where that is 0, because more than half of them are the same, the mean one. 0 where all are the same.
    /// </summary>
    /// <param name="sorted">In ascending order.</param>
    public static double Scale(ReadOnlySpan<int> sorted)
    {
        if (sorted.IsEmpty)
        {
            return 0;
        }

        var deviations = Deviations(sorted);
        return Quantile<double>(deviations, 0.5) is > 0 and var scale ? scale : deviations.Average();
    }

    private static double[] Deviations(ReadOnlySpan<int> sorted)
    {
        var median = Quantile(sorted, 0.5);
        var deviations = new double[sorted.Length];
        for (var place = 0; place < sorted.Length; place++)
        {
            deviations[place] = Math.Abs(sorted[place] - median);
        }

        Array.Sort(deviations);
        return deviations;
    }

    private static double Mean(ReadOnlySpan<int> scores)
    {
        var sum = 0L;
        foreach (var score in scores)
        {
            sum += score;
        }

        return (double)sum / scores.Length;
    }
}
