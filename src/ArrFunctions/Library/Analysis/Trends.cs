using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Analysis;

/// <summary>How a library moves, from what its history kept.</summary>
internal static class Trends
{
    /// <summary>Whole weeks that say how fast it moves.</summary>
    public const int RecentWeeks = 8;

    /// <param name="days">One for each day on which something changed; those without any are left out.</param>
    public static LibraryTrends Of(IReadOnlyList<DayOfChanges> days, IReadOnlyList<LibrarySnapshot> snapshots, DateOnly today)
    {
        var byDay = days.Where(day => day.Day <= today).OrderBy(day => day.Day).ToList();
        var byTime = snapshots.OrderBy(snapshot => snapshot.Time).ToList();
        var first = First(byDay, byTime, today);
        var weeks = Periods.Weeks(byDay, first, today, atMost: 53);
        var recent = WholeWeeks(weeks, first);
        return new(
            [.. byDay.Where(day => day.Day > today.AddDays(-90))],
            weeks,
            Periods.Months(byDay, first, today, atMost: 36),
            byTime,
            VelocityOf(recent),
            Anomalies.Of(byDay, byTime, from: today.AddDays(-89)),
            MedianForecast.Of(byTime, today),
            TrendPatterns.Of(recent, byTime, hasHistory: byDay.Count > 0 || byTime.Count > 0));
    }

    private static DateOnly First(List<DayOfChanges> days, List<LibrarySnapshot> snapshots, DateOnly today)
    {
        var first = days is [var day, ..] ? day.Day : today;
        return snapshots is [var snapshot, ..] && snapshot.Day() < first ? snapshot.Day() : first;
    }

    /// <summary>The last ones, without the present one and without a first one that was not recorded from its Monday on.</summary>
    private static List<PeriodOfChanges> WholeWeeks(IReadOnlyList<PeriodOfChanges> weeks, DateOnly first) =>
        [.. weeks.SkipLast(1).Where(week => week.From >= first).TakeLast(RecentWeeks)];

    private static double? VelocityOf(List<PeriodOfChanges> weeks) =>
        weeks.Count < 2 ? null : Spread.MedianOf(weeks.Select(week => week.Upgraded - week.Downgraded));

    /// <summary>UTC, as the days of changes are.</summary>
    public static DateOnly Day(this LibrarySnapshot snapshot) => DateOnly.FromDateTime(snapshot.Time.UtcDateTime);
}
