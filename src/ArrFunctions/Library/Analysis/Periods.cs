using System.Globalization;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Analysis;

/// <summary>Days of changes put together to weeks and months, without a gap from the first day to the present one.</summary>
internal static class Periods
{
    /// <summary>ISO weeks: the last days of a year may belong to the first week of the next one, and the first days to the last week of the one before.</summary>
    public static IReadOnlyList<PeriodOfChanges> Weeks(IReadOnlyList<DayOfChanges> days, DateOnly first, DateOnly today, int atMost) =>
        Of(days, MondayOf(first), MondayOf(today), atMost, step: (day, count) => day.AddDays(7 * count), start: MondayOf, WeekName);

    public static IReadOnlyList<PeriodOfChanges> Months(IReadOnlyList<DayOfChanges> days, DateOnly first, DateOnly today, int atMost) => Of(
        days, FirstOfMonth(first), FirstOfMonth(today), atMost, step: (day, count) => day.AddMonths(count), start: FirstOfMonth,
        day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static string WeekName(DateOnly monday) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}");

    private static List<PeriodOfChanges> Of(
        IReadOnlyList<DayOfChanges> days, DateOnly first, DateOnly last, int atMost, Func<DateOnly, int, DateOnly> step, Func<DateOnly, DateOnly> start, Func<DateOnly, string> name)
    {
        var periods = new SortedDictionary<DateOnly, PeriodOfChanges>();
        for (var (day, count) = (last, 0); day >= first && count < atMost; day = step(day, -1), count++)
        {
            periods[day] = new(name(day), day, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        foreach (var day in days)
        {
            if (periods.TryGetValue(start(day.Day), out var period))
            {
                periods[period.From] = period.And(day);
            }
        }

        return [.. periods.Values];
    }

    private static PeriodOfChanges And(this PeriodOfChanges period, DayOfChanges day) => period with
    {
        Added = period.Added + day.Added,
        Upgraded = period.Upgraded + day.Upgraded,
        Downgraded = period.Downgraded + day.Downgraded,
        Replaced = period.Replaced + day.Replaced,
        Removed = period.Removed + day.Removed,
        RescoredUp = period.RescoredUp + day.RescoredUp,
        RescoredDown = period.RescoredDown + day.RescoredDown,
        Points = period.Points + day.Points,
        RescoredPoints = period.RescoredPoints + day.RescoredPoints,
    };
}
