namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>What one of two things costs more than the other, from pairs that were measured next to each other.</summary>
internal static class PairRatios
{
    private const int Resamples = 10_000;

    /// <summary>Percent; in the place of p10 and p90 the bounds of the 95 % confidence interval of the median, by bootstrap over the pairs.</summary>
    public static Summary Overhead(IReadOnlyList<(double With, double Without)> pairs)
    {
        double[] percents = [.. pairs.Select(static pair => ((pair.With / pair.Without) - 1) * 100)];
        var random = new Random(7);
        var medians = Enumerable.Range(0, Resamples).Select(_ => Summary.Of(random.GetItems(percents, percents.Length)).Median).ToList();
        return new(Summary.Of(percents).Median, Summary.At(0.025, medians), Summary.At(0.975, medians), percents.Length);
    }
}
