using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>How much custom formats move the scores: bars to both sides of zero.</summary>
internal static class FormatChart
{
    private const int Most = 20;
    private const double RowHeight = 20;
    private const double Left = 132;
    private const double Right = 292;

    /// <summary>Null: no format has an effect that could be told.</summary>
    public static Chart? Of(IReadOnlyList<FormatEffect> formats)
    {
        FormatEffect[] shown = [.. formats.Where(format => format.Effect is not null).OrderByDescending(format => Math.Abs(format.Effect!.Value)).Take(Most)
            .OrderByDescending(format => format.Effect)];
        return shown.Length == 0 ? null : new(
            "chart-formats", "Effect of custom formats",
            $"How much higher the median score is with a format than without it, among files of the same profile. The {Say.Number(shown.Length)} with the largest effect.",
            (shown.Length * RowHeight) + 12)
        {
            Draw = html => Draw(html, shown),
            Table = new(["Format", "Effect", "Score", "Files", "Share"], shown.Select(RowOf)),
        };
    }

    private static ChartTable.Row RowOf(FormatEffect format) => new(
        [format.Name, Say.Signed(format.Effect!.Value), format.Score is { } score ? Say.Signed(score) : "none", Say.Number(format.Files), Say.Share(format.Share)],
        FileFilter.Format(format.Name));

    private static void Draw(HtmlWriter html, FormatEffect[] formats)
    {
        double low = Math.Min(0, formats.Min(format => format.Effect!.Value));
        double high = Math.Max(0, formats.Max(format => format.Effect!.Value));
        Axis effect = new(low, high, Left, Right);
        double zero = effect.At(0);
        double y = 4;
        foreach (FormatEffect format in formats)
        {
            double end = effect.At(format.Effect!.Value);
            bool isNegative = format.Effect < 0;
            html.Write($"<g class=\"pick\" data-show=\"{FileFilter.Format(format.Name)}\"><title>{format.Name}: {Say.Signed(format.Effect.Value)}, {Say.Number(format.Files)} files</title>");
            html.Write($"<rect class=\"hit\" x=\"0\" y=\"{y}\" width=\"{Chart.Width}\" height=\"{RowHeight}\"/><text x=\"0\" y=\"{y + 14}\">{Chart.Fit(format.Name, 18)}</text>");
            html.Write($"<rect class=\"{(isNegative ? "b" : "a")}\" x=\"{Math.Min(zero, end)}\" y=\"{y + 3}\" width=\"{Math.Max(1, Math.Abs(end - zero))}\" height=\"{RowHeight - 6}\"/>");
            html.Write($"<text x=\"356\" y=\"{y + 14}\" text-anchor=\"end\">{Say.Signed(format.Effect.Value)}</text></g>\n");
            y += RowHeight;
        }

        html.Write($"<path class=\"line\" d=\"M{zero} 2V{y + 2}\"/>");
    }
}
