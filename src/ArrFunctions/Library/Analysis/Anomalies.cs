using System.Globalization;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Analysis;

/// <summary>Days on which many files changed, and far more than on other days.</summary>
/// <remarks>
/// Many: a fiftieth of the library and 50 files, of a small library half of it. Far more: beyond the median by five times the robust spread, both of logarithms, as such counts come in bursts. It is
/// measured over days on which anything changed, so that a library that is exported once a week is judged by its weeks.
/// </remarks>
internal static class Anomalies
{
    /// <summary>Days from which it can be said what is usual.</summary>
    private const int LeastDays = 9;

    /// <summary>Counts vary by half at least: without that, one that is always the same would make every other one an anomaly.</summary>
    private const double LeastSpread = 0.4;

    /// <param name="days">The oldest first.</param>
    /// <param name="snapshots">The oldest first.</param>
    /// <param name="from">Earlier days only say what is usual.</param>
    public static IReadOnlyList<TrendAnomaly> Of(IReadOnlyList<DayOfChanges> days, IReadOnlyList<LibrarySnapshot> snapshots, DateOnly from)
    {
        var (rescored, removed, replaced) = (Usual.Of(days, Rescored), Usual.Of(days, day => day.Removed), Usual.Of(days, Replaced));
        var anomalies = new List<TrendAnomaly>();
        foreach (var day in days.Where(day => day.Day >= from))
        {
            var before = snapshots.LastOrDefault(snapshot => snapshot.Day() < day.Day);
            var many = Many(before ?? snapshots.FirstOrDefault(snapshot => snapshot.Day() >= day.Day));
            if (Rescored(day) >= many && Rescored(day) > rescored.Limit)
            {
                anomalies.Add(new(day.Day, Rescored(day), OfRescoring(day, before, snapshots.FirstOrDefault(snapshot => snapshot.Day() >= day.Day))));
            }

            if (day.Removed >= many && day.Removed > removed.Limit)
            {
                anomalies.Add(new(day.Day, day.Removed, OfRemovals(day)));
            }

            // The first days after a profile was chosen bring many better files: what is usual has to be known.
            if (days.Count >= LeastDays && Replaced(day) >= many && Replaced(day) > replaced.Limit)
            {
                anomalies.Add(new(day.Day, Replaced(day), OfReplacements(day, replaced.Median)));
            }
        }

        return anomalies;
    }

    private static int Rescored(DayOfChanges day) => day.RescoredUp + day.RescoredDown;

    private static int Replaced(DayOfChanges day) => day.Upgraded + day.Downgraded + day.Replaced;

    private static double Many(LibrarySnapshot? library) =>
        library is null ? 50 : Math.Max(10, Math.Min(library.Files / 2.0, Math.Max(50, library.Files / 50.0)));

    private static string OfRescoring(DayOfChanges day, LibrarySnapshot? before, LibrarySnapshot? after)
    {
        var isDrop = day.RescoredDown > day.RescoredUp;
        var (most, rest) = isDrop ? (day.RescoredDown, day.RescoredUp) : (day.RescoredUp, day.RescoredDown);
        var fact = $"On {At(day.Day)}, {Phrase.Count(most, "file")} {(isDrop ? "fell" : "rose")} in score without being replaced ({Phrase.Number(rest)} {(isDrop ? "rose" : "fell")}), "
            + $"by {Phrase.Number(day.RescoredPoints)} points together: a quality profile or a custom format was edited.";
        var negative = (after?.Negative ?? 0) - (before?.Negative ?? after?.Negative ?? 0);
        return (isDrop, negative * 2 >= most) switch
        {
            (true, true) => $"{fact} {Phrase.Count(negative, "more file")} {(negative == 1 ? "is" : "are")} negative since: a custom format with negative points may match what it should not.",
            (true, false) => $"{fact} If nobody edited a profile, a custom format may no longer match what it should.",
            _ => fact,
        };
    }

    private static string OfRemovals(DayOfChanges day) =>
        $"On {At(day.Day)}, {Phrase.Were(day.Removed, "file")} removed: if nobody meant that, a root folder may have been away when its application looked.";

    private static string OfReplacements(DayOfChanges day, double usual) =>
        $"On {At(day.Day)}, {Phrase.Were(Replaced(day), "file")} replaced, where {Phrase.Number(usual)} are usual: {Phrase.Number(day.Upgraded)} with a better one, {Phrase.Number(day.Downgraded)} with a worse one."
        + (day.Downgraded > day.Upgraded ? " Look whether a profile takes what it should not." : "");

    private static string At(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What is usual of a count.</summary>
    /// <param name="Limit">0 as long as there are too few days to say.</param>
    private sealed record Usual(double Median, double Limit)
    {
        public static Usual Of(IReadOnlyList<DayOfChanges> days, Func<DayOfChanges, int> count)
        {
            if (days.Count < LeastDays)
            {
                return new(0, 0);
            }

            var logarithms = Spread.Sorted(days.Select(day => Math.Log(1 + count(day))));
            var median = Spread.Quantile<double>(logarithms, 0.5);
            var deviation = Spread.Quantile<double>(Spread.Sorted(logarithms.Select(one => Math.Abs(one - median))), 0.5);
            return new(Math.Exp(median) - 1, Math.Exp(median + (5 * Math.Max(LeastSpread, 1.4826 * deviation))) - 1);
        }
    }
}
