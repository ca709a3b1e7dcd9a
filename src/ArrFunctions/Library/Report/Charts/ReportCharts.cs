using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>The charts of the report, and what the history says.</summary>
internal static class ReportCharts
{
    public static void Write(HtmlWriter html, LibraryAnalysis analysis, SizeGrid sizes)
    {
        html.Markup("<section id=\"charts\" aria-labelledby=\"charts-title\">\n<h2 id=\"charts-title\">Charts</h2>\n<div class=\"charts\">\n");
        if (analysis.Figures.Histogram.Count > 0)
        {
            ScoreChart.Of(analysis.Figures).Write(html);
        }

        SizeChart.Of(sizes)?.Write(html);
        foreach (Chart chart in ProfileCharts.Of(analysis.Profiles))
        {
            chart.Write(html);
        }

        FormatChart.Of(analysis.Formats)?.Write(html);
        if (analysis.Trends is { Snapshots.Count: > 1 } trends)
        {
            MedianChart.Of(trends).Write(html);
            WeekChart.Of(trends.Weeks)?.Write(html);
        }

        html.Markup("</div>\n");
        WriteHistory(html, analysis.Trends);
        html.Markup("</section>\n");
    }

    private static void WriteHistory(HtmlWriter html, LibraryTrends? trends)
    {
        html.Markup("<section class=\"card\"><h3>History</h3>");
        if (trends is not { Snapshots.Count: > 1 })
        {
            html.Markup("<p>History begins with the second export: from then on the report shows how the scores move.</p></section>\n");
            return;
        }

        if (trends.Velocity is { } velocity)
        {
            html.Write($"<p>Upgrades less downgrades in a usual week: {Say.Signed(velocity)}.</p>");
        }

        foreach (string pattern in trends.Patterns)
        {
            html.Write($"<p dir=\"auto\">{pattern}</p>");
        }

        html.Markup(trends.Anomalies.Count == 0 ? "<p>No day stands out.</p>" : "<h4>Days that stand out</h4><ul>");
        foreach (TrendAnomaly anomaly in trends.Anomalies)
        {
            html.Write($"<li dir=\"auto\">{anomaly.Message}</li>");
        }

        html.Markup(trends.Anomalies.Count == 0 ? "</section>\n" : "</ul></section>\n");
    }
}
