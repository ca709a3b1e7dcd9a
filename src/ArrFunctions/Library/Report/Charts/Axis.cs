namespace ArrFunctions.Library.Report.Charts;

/// <summary>Where a value stands between two ends of a chart; values beyond stand at the ends.</summary>
internal readonly record struct Axis(double From, double To, double Start, double End)
{
    public double At(double value) => To > From
        ? Start + (Math.Clamp((value - From) / (To - From), 0, 1) * (End - Start))
        : (Start + End) / 2;

    /// <summary>Round values, at most <paramref name="most"/> and one.</summary>
    public IEnumerable<double> Ticks(int most)
    {
        if (To <= From)
        {
            return [From];
        }

        double rough = (To - From) / most;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        double first = Math.Ceiling(From / step) * step;
        int count = (int)Math.Floor(((To - first) / step) + 1e-9) + 1;
        return Enumerable.Range(0, count).Select(i => first + (i * step));
    }
}
