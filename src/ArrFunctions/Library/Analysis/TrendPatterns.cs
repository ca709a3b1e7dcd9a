using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Analysis;

/// <summary>What the last weeks show, in sentences.</summary>
internal static class TrendPatterns
{
    /// <param name="weeks">Whole ones, the oldest first.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PeriodOfChanges> weeks, IReadOnlyList<LibrarySnapshot> snapshots, bool hasHistory)
    {
        if (!hasHistory)
        {
            return ["Nothing is recorded yet."];
        }

        if (weeks.Count < 2)
        {
            return ["There are not two whole weeks of history yet."];
        }

        var span = $"In the last {Phrase.Count(weeks.Count, "week")}";
        var sentences = new List<string> { Direction(span, weeks) };
        if (Growth(weeks) is { } growth)
        {
            sentences.Add(growth);
        }

        if (Rescoring(weeks) is { } rescoring)
        {
            sentences.Add(rescoring);
        }

        if (MedianMove(weeks[0].From, snapshots) is { } move)
        {
            sentences.Add(move);
        }

        return sentences;
    }

    /// <summary>Twice as many one way as the other, and more than chance turns that way: a difference of twice the root of all of them.</summary>
    private static string Direction(string span, IReadOnlyList<PeriodOfChanges> weeks)
    {
        var (up, down) = (weeks.Sum(week => week.Upgraded), weeks.Sum(week => week.Downgraded));
        if (up + down == 0)
        {
            return $"{span} no file was upgraded or downgraded: the library is stable.";
        }

        var isClear = Math.Abs(up - down) >= 2 * Math.Sqrt(up + down);
        var word = isClear && up > 2 * down ? "improves" : isClear && down > 2 * up ? "declines" : "is stable";
        return $"{span} {Phrase.Were(up, "file")} upgraded and {Phrase.Number(down)} downgraded: the library {word}.";
    }

    private static string? Growth(IReadOnlyList<PeriodOfChanges> weeks)
    {
        var (added, removed) = (weeks.Sum(week => week.Added), weeks.Sum(week => week.Removed));
        return added + removed == 0 ? null : $"{Phrase.Were(added, "file")} added and {Phrase.Number(removed)} removed.";
    }

    private static string? Rescoring(IReadOnlyList<PeriodOfChanges> weeks)
    {
        var (up, down) = (weeks.Sum(week => week.RescoredUp), weeks.Sum(week => week.RescoredDown));
        return up + down == 0
            ? null
            : $"Without being replaced, {Phrase.Count(up, "file")} rose and {Phrase.Number(down)} fell in score, because a profile or a custom format was edited.";
    }

    private static string? MedianMove(DateOnly from, IReadOnlyList<LibrarySnapshot> snapshots) =>
        snapshots.LastOrDefault(snapshot => snapshot.Day() <= from && snapshot.Files > 0) is { } then
        && snapshots.LastOrDefault(snapshot => snapshot.Files > 0) is { } now && now != then
            ? now.MedianScore == then.MedianScore
                ? $"The median score is {Phrase.Number(now.MedianScore)}, as it was."
                : $"The median score went from {Phrase.Number(then.MedianScore)} to {Phrase.Number(now.MedianScore)}."
            : null;
}
