using System.Text;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>Scores against sizes: the more files lie in a cell, the darker it is.</summary>
internal static class SizeChart
{
    private const int Levels = 5;
    private const double Top = 16;
    private const double Left = 56;
    private const double Right = 352;
    private const double CellHeight = 12;

    /// <summary>Null: there are no scores.</summary>
    public static Chart? Of(SizeGrid grid)
    {
        int[] used = [.. Enumerable.Range(0, SizeGrid.Steps).Where(step => grid.FilesOf(step) > 0)];
        if (used.Length == 0)
        {
            return null;
        }

        int first = used[0];
        int last = used[^1];
        return new("chart-sizes", "Score against size", "The darker a cell, the more files have this score and this size. Sizes grow by doubling.", Top + ((last - first + 1) * CellHeight) + 34)
        {
            Draw = html => Draw(html, grid, first, last),
            Table = new(["Size from", "Files", "Most common scores"], used.Reverse().Select(step => new ChartTable.Row(
                [Say.Bytes(SizeGrid.SizeOf(step)), Say.Number(grid.FilesOf(step)), MostCommon(grid, step)]))),
        };
    }

    private static string MostCommon(SizeGrid grid, int step) =>
        ScoreChart.NameOf(grid.Bands, Enumerable.Range(0, grid.Bands.Count).MaxBy(band => grid[step, band]));

    private static void Draw(HtmlWriter html, SizeGrid grid, int first, int last)
    {
        IReadOnlyList<ScoreBand> bands = grid.Bands;
        double bottom = Top + ((last - first + 1) * CellHeight);
        double width = (Right - Left) / bands.Count;
        foreach ((StringBuilder cells, int level) in Cells(grid, first, last, width).Select((cells, level) => (cells, level)).Where(at => at.cells.Length > 0))
        {
            html.Write($"<path class=\"d{level + 1}\" d=\"{cells.ToString()}\"/>\n");
        }

        for (int step = first + (first % 2); step <= last; step += last - first > 12 ? 4 : 2)
        {
            double y = Top + ((last - step + 1) * CellHeight);
            html.Write($"<path class=\"grid\" d=\"M{Left - 4} {y}H{Right}\"/><text x=\"{Left - 7}\" y=\"{y + 4}\" text-anchor=\"end\">{Say.Bytes(SizeGrid.SizeOf(step))}</text>");
        }

        html.Write($"<path class=\"line\" d=\"M{Left} {Top}V{bottom}H{Right}\"/><text class=\"quiet\" x=\"{Right}\" y=\"{bottom + 30}\" text-anchor=\"end\">score</text><text class=\"quiet\" x=\"0\" y=\"10\">size</text>");
        int stride = Math.Max(1, (int)Math.Ceiling(76 / width));
        for (int band = 0; band < bands.Count; band += stride)
        {
            string anchor = band == 0 ? "start" : "middle";
            html.Write($"<text x=\"{Left + (band * width)}\" y=\"{bottom + 16}\" text-anchor=\"{anchor}\">{Say.Number(bands[band].From)}</text>");
        }
    }

    /// <summary>A path for each level: cells by the logarithm of their files.</summary>
    private static StringBuilder[] Cells(SizeGrid grid, int first, int last, double width)
    {
        int most = Enumerable.Range(first, last - first + 1).Max(step => Enumerable.Range(0, grid.Bands.Count).Max(band => grid[step, band]));
        StringBuilder[] levels = [.. Enumerable.Range(0, Levels).Select(_ => new StringBuilder())];
        for (int step = first; step <= last; step++)
        {
            for (int band = 0; band < grid.Bands.Count; band++)
            {
                if (grid[step, band] is > 0 and int files)
                {
                    double darkness = most == 1 ? 1 : Math.Log(files) / Math.Log(most);
                    levels[Math.Min(Levels - 1, (int)(darkness * Levels))].Append('M').Append(Say.Plain(Left + (band * width))).Append(' ')
                        .Append(Say.Plain(Top + ((last - step) * CellHeight))).Append('h').Append(Say.Plain(width - 0.5)).Append("v11.5h-").Append(Say.Plain(width - 0.5)).Append('z');
                }
            }
        }

        return levels;
    }
}
