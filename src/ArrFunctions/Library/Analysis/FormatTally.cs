namespace ArrFunctions.Library.Analysis;

/// <summary>What is counted of a format.</summary>
internal sealed class FormatTally
{
    private readonly Dictionary<int, int> points = [];
    private (double Sum, double Weight) effect;
    private (double Sum, double Weight) cost;

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What most of its files get for it; of several, what moves them most. Null: it has no file.</summary>
    public int? Score => points.Count == 0 ? null : points.OrderByDescending(one => one.Value).ThenByDescending(one => Math.Abs((long)one.Key)).ThenBy(one => one.Key).First().Key;

    public double? Effect => Mean(effect);

    public double? SizeCost => Mean(cost);

    public void Count(ScoredFile file, int format)
    {
        var score = file.Profile.Scores.GetValueOrDefault(format);
        points[score] = points.GetValueOrDefault(score) + 1;
        Files++;
        Bytes += file.Size;
    }

    public void AddScores(FormatContrast contrast) => effect = (effect.Sum + (contrast.Difference * contrast.Weight), effect.Weight + contrast.Weight);

    public void AddSizes(FormatContrast contrast) => cost = (cost.Sum + (contrast.Difference / contrast.Without * contrast.Weight), cost.Weight + contrast.Weight);

    private static double? Mean((double Sum, double Weight) of) => of.Weight > 0 ? of.Sum / of.Weight : null;
}
