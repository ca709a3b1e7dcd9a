using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Report.Charts;
using ArrFunctions.Library.Report.Tables;

namespace ArrFunctions.Library.Report;

/// <summary>The report for people: one page that needs nothing else, and asks nobody for anything.</summary>
internal static class HtmlReport
{
    public static Artifact Artifact { get; } = new("report.html", "text/html", WriteAsync);

    /// <summary>Reads the rows twice: for the chart of scores against sizes, and for the tables.</summary>
    private static async Task WriteAsync(ExportContent content, Stream stream, CancellationToken cancellationToken)
    {
        HtmlWriter html = new(stream);
        ReportHead.Write(html, content);
        if (content.Analysis.Figures.Files == 0)
        {
            html.Markup("<section class=\"empty\"><h2>No files yet</h2><p>The library holds no files, so there is nothing to rate.</p></section>\n</main>\n");
        }
        else
        {
            ReportCards.Write(html, content.Analysis);
            ReportCharts.Write(html, content.Analysis, await SizeGrid.OfAsync(content, cancellationToken));
            ReportTables.Write(html, content.Analysis);
            html.Markup("</main>\n<script type=\"application/json\" id=\"data\">");
            await html.FlushAsync(cancellationToken);
            await ReportData.WriteAsync(content, stream, cancellationToken);
            html.Markup("</script>\n");
        }

        html.Write($"<footer><p>Made by ArrFunctions at {Say.Time(content.Made)} from export <code>{content.ExportId}</code>.</p></footer>\n");
        html.Markup($"<script>{ReportAssets.Script}</script>\n</body>\n</html>\n");
        await html.FlushAsync(cancellationToken);
    }
}
