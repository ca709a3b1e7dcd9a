using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Numbers of episodes and days, from the groups of a mark.</summary>
internal static class ReleaseNameNumbers
{
    /// <summary>No file holds more; a longer range is a misreading.</summary>
    private const int LongestRange = 300;

    public static int? Season(Match mark) => mark.Groups["season"] is { Success: true } season && !mark.Groups["range"].Success ? ReleaseNameTitle.Number(season) : null;

    /// <summary>Ascending, each once.</summary>
    public static IReadOnlyList<int> Episodes(Match mark)
    {
        if (mark.Groups["half"].Success)
        {
            return [];
        }

        var numbers = new SortedSet<int> { ReleaseNameTitle.Number(mark.Groups["episodes"]) };
        foreach (Match more in ReleaseNameMarks.OneMore.Matches(mark.Groups["more"].Value))
        {
            var (last, number) = (numbers.Max, ReleaseNameTitle.Number(more.Groups["number"]));
            if (more.Groups["dash"].Success && number > last && number - last <= LongestRange)
            {
                numbers.UnionWith(Enumerable.Range(last, number - last + 1));
            }
            else if (!more.Groups["dash"].Success)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    /// <returns>Whether it is a day at all, and the day where it can only be read in one way.</returns>
    public static (bool IsDay, DateOnly? Day) Day(Match mark)
    {
        var year = ReleaseNameTitle.Number(mark.Groups["year"]);
        if (mark.Groups["month"].Success)
        {
            var day = Day(year, ReleaseNameTitle.Number(mark.Groups["month"]), ReleaseNameTitle.Number(mark.Groups["day"]));
            return (day is not null, day);
        }

        var (first, second) = (ReleaseNameTitle.Number(mark.Groups["first"]), ReleaseNameTitle.Number(mark.Groups["second"]));
        var (european, american) = (Day(year, second, first), Day(year, first, second));
        return (european is not null || american is not null, american is null || european == american ? european : european is null ? american : null);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        ReleaseNameTitle.IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
