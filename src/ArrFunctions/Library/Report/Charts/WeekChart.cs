using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>Upgrades and downgrades of each week.</summary>
internal static class WeekChart
{
    private const double Top = 16;
    private const double Bottom = 150;
    private const double Left = 42;
    private const double Right = 352;

    /// <summary>Null: no week is known.</summary>
    public static Chart? Of(IReadOnlyList<PeriodOfChanges> weeks) => weeks.Count == 0
        ? null
        : new("chart-weeks", "Upgrades and downgrades by week", "Upgrades stand above the line, downgrades below it (orange).", 172)
        {
            Draw = html => Draw(html, weeks),
            Table = new(
                ["Week", "Upgraded", "Downgraded", "Added", "Removed", "Rescored"],
                weeks.Reverse().Select(week => new ChartTable.Row(
                    [week.Name, Say.Number(week.Upgraded), Say.Number(week.Downgraded), Say.Number(week.Added), Say.Number(week.Removed), Say.Number(week.RescoredUp + week.RescoredDown)]))),
        };

    private static void Draw(HtmlWriter html, IReadOnlyList<PeriodOfChanges> weeks)
    {
        Axis files = new(-weeks.Max(week => week.Downgraded), Math.Max(1, weeks.Max(week => week.Upgraded)), Bottom, Top);
        foreach (double tick in files.Ticks(4))
        {
            html.Write($"<path class=\"grid\" d=\"M{Left} {files.At(tick)}H{Right}\"/><text x=\"{Left - 6}\" y=\"{files.At(tick) + 4}\" text-anchor=\"end\">{Say.Number(Math.Abs(tick))}</text>");
        }

        double zero = files.At(0);
        double width = Math.Min(24, (Right - Left) / weeks.Count);
        for (int i = 0; i < weeks.Count; i++)
        {
            PeriodOfChanges week = weeks[i];
            double x = Left + (i * width);
            html.Write($"<g><title>{week.Name}: {Say.Number(week.Upgraded)} upgraded, {Say.Number(week.Downgraded)} downgraded</title>");
            html.Write($"<rect class=\"a\" x=\"{x + 0.5}\" y=\"{files.At(week.Upgraded)}\" width=\"{width - 1}\" height=\"{zero - files.At(week.Upgraded)}\"/>");
            html.Write($"<rect class=\"b\" x=\"{x + 0.5}\" y=\"{zero}\" width=\"{width - 1}\" height=\"{files.At(-week.Downgraded) - zero}\"/></g>\n");
        }

        html.Write($"<path class=\"line\" d=\"M{Left} {zero}H{Right}\"/><text x=\"{Left}\" y=\"168\">{weeks[0].Name}</text><text class=\"quiet\" x=\"{Left}\" y=\"10\">files</text>");
        if (weeks.Count > 1)
        {
            html.Write($"<text x=\"{Math.Max(Left + (weeks.Count * width), Left + 120)}\" y=\"168\" text-anchor=\"end\">{weeks[^1].Name}</text>");
        }
    }
}
