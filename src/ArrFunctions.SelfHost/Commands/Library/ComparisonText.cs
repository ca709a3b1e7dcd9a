using System.Globalization;
using ArrFunctions.Library.History;
using ArrFunctions.Library.Views;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>Two exports side by side, for people.</summary>
internal static class ComparisonText
{
    private const int Longest = 10;

    public static void Show(Terminal terminal, LibraryComparison comparison)
    {
        var (from, to) = (comparison.From, comparison.To);
        terminal.Line($"{comparison.Instance}, from {Time(from)} to {Time(to)}");
        terminal.Write(AnalysisTables.Of(
            "Figures",
            ["", ">Before", ">After", ">Change"],
            [
                Row("Files", from.Files, to.Files),
                Row("Median score", from.MedianScore, to.MedianScore),
                Row("Mean score", from.MeanScore, to.MeanScore),
                Row("At both cutoffs", from.AtCutoff, to.AtCutoff),
                Row("Negative", from.Negative, to.Negative),
                Row("Candidates", from.Candidates, to.Candidates),
                Row("Health", from.Health, to.Health),
            ]));
        terminal.Line(comparison.Changes is { Count: > 0 } changes
            ? string.Join(", ", changes.Select(static change => $"{LibraryArguments.Number(change.Value)} {change.Key}"))
            : "Nothing changed between them.");
        List(terminal, "Gains", comparison.Gained, comparison.Gains);
        List(terminal, "Losses", comparison.Lost, comparison.Losses);
        List(terminal, "Came", comparison.Added, comparison.Additions);
        List(terminal, "Went", comparison.Removed, comparison.Removals);
    }

    private static void List(Terminal terminal, string title, int count, IReadOnlyList<ItemDiff> items)
    {
        if (count > 0)
        {
            terminal.Write(AnalysisTables.Of(
                count > Longest ? $"{title}: {Longest} of {LibraryArguments.Number(count)}" : title,
                ["File", ">Before", ">After"],
                items.Take(Longest).Select(static item => (string[])[item.Title, AnalysisTables.Number(item.Before), AnalysisTables.Number(item.After)])));
        }
    }

    private static string[] Row(string name, double? before, double? after) =>
        [name, AnalysisTables.Number(before), AnalysisTables.Number(after), AnalysisTables.Signed(after - before)];

    private static string Time(LibrarySnapshot figures) => string.Create(CultureInfo.InvariantCulture, $"{figures.Time.UtcDateTime:yyyy-MM-dd HH:mm}");
}
