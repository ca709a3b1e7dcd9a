using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Analysis;

/// <summary>
/// Carries the median score on by four weeks: its last value and the robust slope of the last quarter. How far that was off when tried on the past makes the interval.
/// </summary>
/// <remarks>
/// Weekly values, counted back from today: the last snapshot at or before each. A jump, which is a profile edit and no trend, is taken out of the slope (<see cref="SlopeOf"/>).
/// </remarks>
internal static class MedianForecast
{
    /// <summary>Weeks.</summary>
    public const int Horizon = 4;

    /// <summary>Weekly values that a slope is taken from, at least and at most.</summary>
    public const int LeastWindow = 6;

    private const int Window = 13;

    /// <summary>Trials of the last horizon without which nothing can be said of an interval.</summary>
    public const int LeastTrials = 12;

    /// <summary>A snapshot that is older than that says nothing of today.</summary>
    private const int LatestDays = 31;

    /// <summary>Three years.</summary>
    private const int MostWeeks = 156;

    /// <param name="snapshots">The oldest first.</param>
    public static ScoreForecast? Of(IReadOnlyList<LibrarySnapshot> snapshots, DateOnly today)
    {
        var values = Weekly(snapshots, today);
        if (values.Length < LeastWindow + LeastTrials + Horizon - 1)
        {
            return null;
        }

        var (points, sum, trials, half) = (new List<ForecastPoint>(), 0.0, 0, 0.0);
        var slope = SlopeOf(values);
        for (var weeks = 1; weeks <= Horizon; weeks++)
        {
            var errors = Errors(values, weeks);
            half = Math.Max(half, Reach(errors));
            sum += errors.Sum();
            trials += errors.Length;
            var median = values[^1] + (slope * weeks);
            points.Add(new(today.AddDays(7 * weeks), median, median - half, median + half));
        }

        return new(points, sum / trials, trials);
    }

    /// <summary>The oldest first; none where nothing is known of today.</summary>
    private static double[] Weekly(IReadOnlyList<LibrarySnapshot> snapshots, DateOnly today)
    {
        var values = new List<double>();
        var (at, day) = (snapshots.Count - 1, today);
        for (; values.Count < MostWeeks; day = day.AddDays(-7))
        {
            while (at >= 0 && (snapshots[at].Day() > day || snapshots[at].Files == 0))
            {
                at--;
            }

            if (at < 0 || day.DayNumber - snapshots[at].Day().DayNumber > LatestDays)
            {
                break;
            }

            values.Add(snapshots[at].MedianScore);
        }

        values.Reverse();
        return [.. values];
    }

    /// <summary>Rolling origin: each forecast knows only what lay before it.</summary>
    /// <returns>How far each was off, in ascending order.</returns>
    private static double[] Errors(double[] values, int weeks)
    {
        var errors = new double[values.Length - weeks - LeastWindow + 1];
        for (var trial = 0; trial < errors.Length; trial++)
        {
            var known = values.AsSpan(0, LeastWindow + trial);
            errors[trial] = Math.Abs(values[known.Length - 1 + weeks] - known[^1] - (SlopeOf(known) * weeks));
        }

        Array.Sort(errors);
        return errors;
    }

    /// <summary>The error that four of five trials stay within; of few trials a larger one, as the next is one more.</summary>
    private static double Reach(double[] sortedErrors) => sortedErrors[Math.Min(sortedErrors.Length, (int)Math.Ceiling(0.8 * (sortedErrors.Length + 1))) - 1];

    /// <summary>Theil-Sen: the median of the slopes between all pairs, after steps that are far outside of the usual ones were made usual.</summary>
    private static double SlopeOf(ReadOnlySpan<double> values)
    {
        var last = values[^Math.Min(values.Length, Window)..];
        var steps = new double[last.Length - 1];
        for (var step = 0; step < steps.Length; step++)
        {
            steps[step] = last[step + 1] - last[step];
        }

        var usual = Spread.Quantile<double>(Spread.Sorted(steps), 0.5);
        var limit = 5 * 1.4826 * Spread.Quantile<double>(Spread.Sorted(steps.Select(step => Math.Abs(step - usual))), 0.5);
        var path = new double[last.Length];
        for (var step = 0; step < steps.Length; step++)
        {
            path[step + 1] = path[step] + (Math.Abs(steps[step] - usual) > limit ? usual : steps[step]);
        }

        var slopes = new double[path.Length * (path.Length - 1) / 2];
        for (var (from, at) = (0, 0); from < path.Length; from++)
        {
            for (var to = from + 1; to < path.Length; to++)
            {
                slopes[at++] = (path[to] - path[from]) / (to - from);
            }
        }

        Array.Sort(slopes);
        return Spread.Quantile<double>(slopes, 0.5);
    }
}
