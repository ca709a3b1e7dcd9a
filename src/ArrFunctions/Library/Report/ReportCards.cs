using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Report;

/// <summary>The library in a few numbers, its health, and what is to be said of it.</summary>
internal static class ReportCards
{
    public static void Write(HtmlWriter html, LibraryAnalysis analysis)
    {
        LibraryFigures figures = analysis.Figures;
        bool isSeries = analysis.Service == ServarrService.Sonarr;
        html.Markup("<section id=\"overview\" aria-labelledby=\"overview-title\">\n<h2 id=\"overview-title\">Overview</h2>\n<dl class=\"cards\">\n");
        WriteCard(html, "Files", Say.Number(figures.Files), isSeries
            ? $"{Say.Number(figures.Episodes)} episodes of {Say.Number(figures.Titles)} series"
            : $"of {Say.Number(figures.Titles)} movies");
        WriteCard(html, "Size", Say.Bytes(figures.Bytes), $"{Say.Bytes((double)figures.Bytes / figures.Files)} a file");
        WriteCard(html, "Median score", figures.Scores is { } scores ? Say.Number(scores.Median) : "none", figures.Scores is { } spread
            ? $"half of the files lie between {Say.Number(spread.Lower)} and {Say.Number(spread.Upper)}"
            : "no scores");
        WriteCard(html, "At both cutoffs", Say.Share((double)figures.AtCutoff / figures.Files), $"{Say.Number(figures.AtCutoff)} files that nothing could replace");
        WriteCard(html, "Upgrade candidates", Say.Number(analysis.Candidates.Count), $"{Say.Number(figures.BelowMinimum)} files are below the minimum of their profile");
        WriteCard(html, "Negative scores", Say.Number(figures.Negative), $"{Say.Number(figures.Zero)} zero, {Say.Number(figures.Positive)} positive");
        html.Markup("</dl>\n");
        WriteHealth(html, analysis.Health);
        html.Markup("<div class=\"columns\">\n");
        WriteList(html, "Achievements", analysis.Health.Achievements, "None yet.");
        WriteList(html, "Warnings", analysis.Health.Warnings, "None.");
        WriteList(html, "Recommendations", analysis.Health.Recommendations, "None.");
        html.Markup("</div>\n</section>\n");
    }

    private static void WriteCard(HtmlWriter html, string name, string value, string more) =>
        html.Write($"<div class=\"card\"><dt>{name}</dt><dd class=\"value\">{value}</dd><dd class=\"muted\">{more}</dd></div>\n");

    private static void WriteHealth(HtmlWriter html, LibraryHealth health)
    {
        if (health is not { Score: { } score, Grade: { } grade })
        {
            return;
        }

        html.Write($"""
            <section class="card health" aria-labelledby="health-title">
            <h3 id="health-title">Health</h3>
            <p><span class="value">{Say.Number(score)}</span> of 100, grade <span class="grade">{grade}</span></p>
            <div class="scroll" tabindex="0" role="region" aria-label="What the health is made of"><table>
            <caption class="hidden">What the health is made of</caption>
            <thead><tr><th scope="col">Part</th><th scope="col" class="bar-cell"></th><th scope="col" class="n">Share of files</th><th scope="col" class="n">Points</th></tr></thead>
            <tbody>

            """);
        foreach (HealthPart part in health.Parts)
        {
            double filled = part.Weight > 0 ? Math.Clamp(part.Points / part.Weight, 0, 1) * 100 : 0;
            html.Write($"<tr><th scope=\"row\">{part.Name}</th><td class=\"bar-cell\"><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"8\"/><rect class=\"a\" width=\"{filled}\" height=\"8\"/></svg></td>");
            html.Write($"<td class=\"n\">{Say.Share(part.Share)}</td><td class=\"n\">{Say.Number(part.Points)} of {Say.Number(part.Weight)}</td></tr>\n");
        }

        html.Markup("</tbody></table></div></section>\n");
    }

    private static void WriteList(HtmlWriter html, string title, IReadOnlyList<string> sentences, string none)
    {
        html.Write($"<section class=\"card\"><h3>{title}</h3>");
        if (sentences.Count == 0)
        {
            html.Write($"<p class=\"muted\">{none}</p></section>\n");
            return;
        }

        html.Markup("<ul>");
        foreach (string sentence in sentences)
        {
            html.Write($"<li dir=\"auto\">{sentence}</li>");
        }

        html.Markup("</ul></section>\n");
    }
}
