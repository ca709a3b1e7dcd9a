using System.Text;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>A chart with its text alternatives. It is drawn 360 wide, so that its labels can be read on a phone.</summary>
internal sealed record Chart(string Id, string Title, string Description, double Height)
{
    public const double Width = 360;

    public required Action<HtmlWriter> Draw { get; init; }

    public required ChartTable Table { get; init; }

    public void Write(HtmlWriter html)
    {
        html.Write($"""
            <figure class="card chart">
            <h3>{Title}</h3>
            <p class="muted">{Description}</p>
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="{Id}-title" aria-describedby="{Id}-text"><title id="{Id}-title">{Title}</title><desc id="{Id}-text">{Description}</desc>

            """);
        Draw(html);
        html.Write($"""
            </svg>
            <details><summary>Numbers of this chart</summary><div class="scroll" tabindex="0" role="region" aria-label="{Title}: numbers"><table>
            <caption class="hidden">{Title}</caption>
            <thead><tr>
            """);
        for (int column = 0; column < Table.Columns.Count; column++)
        {
            html.Write($"<th scope=\"col\"{(column == 0 ? "" : " class=")}{(column == 0 ? "" : "n")}>{Table.Columns[column]}</th>");
        }

        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (ChartTable.Row row in Table.Rows)
        {
            WriteRow(html, row);
        }

        html.Markup("</tbody></table></div></details>\n</figure>\n");
    }

    /// <summary>As much of a name as fits, in letters of Latin width; marks that turn the direction of writing are left out.</summary>
    public static string Fit(string name, int letters)
    {
        StringBuilder fitting = new();
        int used = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F)
            {
                continue;
            }

            used += rune.Value >= 0x1100 ? 2 : 1;
            if (used > letters)
            {
                return fitting.Append('…').ToString();
            }

            fitting.Append(rune);
        }

        return fitting.ToString();
    }

    private static void WriteRow(HtmlWriter html, ChartTable.Row row)
    {
        if (row.Filter is null)
        {
            html.Markup("<tr>");
        }
        else
        {
            html.Write($"<tr data-show=\"{row.Filter}\">");
        }

        html.Write($"<th scope=\"row\"><bdi>{row.Cells[0]}</bdi></th>");
        foreach (string cell in row.Cells.Skip(1))
        {
            html.Write($"<td class=\"n\">{cell}</td>");
        }

        html.Markup("</tr>\n");
    }
}
