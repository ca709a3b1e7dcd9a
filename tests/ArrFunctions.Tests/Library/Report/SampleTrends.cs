using System.Globalization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.Report;

/// <summary>A year of weekly exports.</summary>
internal static class SampleTrends
{
    public static LibraryTrends Make(DateTimeOffset now)
    {
        DateTimeOffset begin = now.AddDays(-7 * 52);
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        return new(
            [],
            [.. Enumerable.Range(0, 53).Select(i => WeekOf(DateOnly.FromDateTime(begin.UtcDateTime).AddDays(7 * i), i))],
            [],
            [.. Enumerable.Range(0, 53).Select(i => new LibrarySnapshot(begin.AddDays(7 * i), $"e{i}", 1000 + i, 1L << 42, 1000, 900 + (i * 12) + (i * 37 % 60), 300, 80, 200, 70))],
            12.5,
            [new(today.AddDays(-40), 412, "412 files lost points on one day: the profile \"HD Bluray + WEB\" was edited, it seems.")],
            new([.. Enumerable.Range(1, 12).Select(i => new ForecastPoint(today.AddDays(7 * i), 1560 + (i * 11), 1540 + (i * 3), 1580 + (i * 19)))], 18.4, 30),
            ["Most upgrades come in November."]);
    }

    private static PeriodOfChanges WeekOf(DateOnly from, int i) => new(
        string.Create(CultureInfo.InvariantCulture, $"{from.Year}-W{ISOWeek.GetWeekOfYear(from.ToDateTime(TimeOnly.MinValue)):00}"),
        from, 5, 20 + (i * 13 % 30), i * 7 % 12, 2, 1, i == 40 ? 0 : 1, i == 40 ? 412 : 0, 1000, 0);
}
