namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>What is told of several measurements of one thing.</summary>
internal sealed record Summary(double Median, double P10, double P90, int Count)
{
    public static Summary Of(params IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(Quantile(sorted, 0.5), Quantile(sorted, 0.1), Quantile(sorted, 0.9), sorted.Length);
    }

    /// <summary>The value below which that share of the values lies.</summary>
    public static double At(double share, IEnumerable<double> values) => Quantile([.. values.Order()], share);

    /// <summary>Between the two nearest values, in proportion.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
