using ArrFunctions.Library.Artifacts;

namespace ArrFunctions.Library.Report;

/// <summary>Everything above the cards: what the page is, and whether it tells of the whole library.</summary>
internal static class ReportHead
{
    public static void Write(HtmlWriter html, ExportContent content)
    {
        bool hasFiles = content.Analysis.Figures.Files > 0;
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ReportAssets.ContentSecurityPolicy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Library of {content.Analysis.Instance}</title>

            """);
        html.Markup($"<style>{ReportAssets.Style}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
        html.Write($"""
            <header>
            <div class="bar">
            <h1>Library of <bdi>{content.Analysis.Instance}</bdi></h1>
            <p class="muted">{Say.Kind(content.Analysis.Service)}, as it was on {Say.Time(content.Analysis.Collected)}</p>
            <div id="colours"></div>
            </div>

            """);
        if (hasFiles)
        {
            html.Markup("""
                <nav aria-label="Parts of the report"><ul>
                <li><a href="#overview">Overview</a></li><li><a href="#charts">Charts</a></li><li><a href="#candidates">Candidates</a></li>
                <li><a href="#files">Files</a></li><li><a href="#formats">Formats</a></li><li><a href="#profiles">Profiles</a></li>
                <li><a href="#categories">Categories</a></li><li><a href="#parts">Breakdown</a></li>
                </ul></nav>

                """);
        }

        html.Markup("</header>\n<main id=\"main\" tabindex=\"-1\">\n");
        WriteWhole(html, content.Missing);
        if (hasFiles)
        {
            html.Markup("""
                <noscript><p class="note">JavaScript is off. Cards and charts are complete; tables show their first 100 rows, and cannot be sorted or filtered.</p></noscript>

                """);
        }
    }

    private static void WriteWhole(HtmlWriter html, IReadOnlyList<string> missing)
    {
        if (missing.Count == 0)
        {
            html.Markup("<p class=\"whole\">The library was read as a whole.</p>\n");
            return;
        }

        html.Markup("<section class=\"note\"><h2>Parts of the library could not be read</h2><p>What follows leaves them out.</p><ul>");
        foreach (string part in missing)
        {
            html.Write($"<li dir=\"auto\">{part}</li>");
        }

        html.Markup("</ul></section>\n");
    }
}
