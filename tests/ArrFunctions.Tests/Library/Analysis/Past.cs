using ArrFunctions.Library.History;

namespace ArrFunctions.Tests.Library.Analysis;

/// <summary>Days and snapshots, made from what a test is about.</summary>
internal static class Past
{
    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static DayOfChanges Changes(DateOnly day) => new(day, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static LibrarySnapshot Snapshot(DateOnly day, double median = 100, int files = 1000, int negative = 0) =>
        new(new(day, new(3, 0), TimeSpan.Zero), $"export-{day.DayNumber}", files, files * 1000L, median, median, files / 2, negative, files / 2, 80);
}
