using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>How many files have which score.</summary>
internal static class ScoreChart
{
    private const double Top = 16;
    private const double Bottom = 150;
    private const double Left = 42;
    private const double Right = 352;

    public static Chart Of(LibraryFigures figures)
    {
        IReadOnlyList<ScoreBand> bands = figures.Histogram;
        return new("chart-scores", "Scores", $"How many of {Say.Number(figures.Files)} files have which score. Negative scores are hatched orange.", 182)
        {
            Draw = html => Draw(html, bands),
            Table = new(["Score", "Files"], bands.Select((band, i) => new ChartTable.Row([NameOf(bands, i), Say.Number(band.Files)], FilterOf(bands, i)))),
        };
    }

    public static bool IsNegative(ScoreBand band) => band.From < 0 && band.To <= 0;

    /// <summary>The outermost bands hold what lies beyond.</summary>
    public static string NameOf(IReadOnlyList<ScoreBand> bands, int i) =>
        bands.Count == 1 ? $"{Say.Number(bands[i].From)} to {Say.Number(bands[i].To)}"
        : i == 0 ? $"below {Say.Number(bands[i].To)}"
        : i == bands.Count - 1 ? $"{Say.Number(bands[i].From)} and above"
        : $"{Say.Number(bands[i].From)} to {Say.Number(bands[i].To - 1)}";

    private static string FilterOf(IReadOnlyList<ScoreBand> bands, int i) =>
        FileFilter.Scores(i == 0 ? null : bands[i].From, i == bands.Count - 1 ? null : bands[i].To - 1);

    private static void Draw(HtmlWriter html, IReadOnlyList<ScoreBand> bands)
    {
        Axis count = new(0, Math.Max(1, bands.Max(band => band.Files)), Bottom, Top);
        foreach (double tick in count.Ticks(3))
        {
            double y = count.At(tick);
            html.Write($"<path class=\"grid\" d=\"M{Left} {y}H{Right}\"/><text x=\"{Left - 6}\" y=\"{y + 4}\" text-anchor=\"end\">{Say.Number(tick)}</text>");
        }

        html.Markup("<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"b\" width=\"5\" height=\"5\"/><path class=\"hatch\" d=\"M0 0V5\"/></pattern></defs>");
        double width = (Right - Left) / bands.Count;
        for (int i = 0; i < bands.Count; i++)
        {
            double x = Left + (i * width);
            double y = bands[i].Files == 0 ? Bottom : Math.Min(count.At(bands[i].Files), Bottom - 1.5);
            html.Write($"<g class=\"pick\" data-show=\"{FilterOf(bands, i)}\"><title>{NameOf(bands, i)}: {Say.Number(bands[i].Files)} files</title>");
            html.Write($"<rect class=\"hit\" x=\"{x}\" y=\"{Top}\" width=\"{width}\" height=\"{Bottom - Top}\"/>");
            html.Write($"<rect class=\"{(IsNegative(bands[i]) ? "hatched" : "a")}\" x=\"{x + 0.5}\" y=\"{y}\" width=\"{Math.Max(1, width - 1)}\" height=\"{Bottom - y}\"/></g>\n");
        }

        WriteEdges(html, bands, width);
    }

    /// <summary>Scores below the bars: as many as there is room for.</summary>
    private static void WriteEdges(HtmlWriter html, IReadOnlyList<ScoreBand> bands, double width)
    {
        html.Write($"<path class=\"line\" d=\"M{Left} {Bottom}H{Right}\"/>");
        int step = Math.Max(1, (int)Math.Ceiling(76 / width));
        for (int i = 0; i < bands.Count; i += step)
        {
            string anchor = i == 0 ? "start" : "middle";
            html.Write($"<text x=\"{Left + (i * width)}\" y=\"{Bottom + 16}\" text-anchor=\"{anchor}\">{Say.Number(bands[i].From)}</text>");
        }

        html.Write($"<text class=\"quiet\" x=\"{Right}\" y=\"{Bottom + 30}\" text-anchor=\"end\">score</text><text class=\"quiet\" x=\"{Left}\" y=\"10\">files</text>");
    }
}
