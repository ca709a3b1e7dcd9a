using ArrFunctions.Library.Analysis;
using static ArrFunctions.Library.Report.Tables.ReportValue;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>Every table but that of all files, which only the script of the page makes.</summary>
internal static class ReportTables
{
    public static void Write(HtmlWriter html, LibraryAnalysis analysis)
    {
        WriteSection(html, "candidates", "Upgrade candidates", [Candidates(analysis)], "No file is an upgrade candidate.");
        html.Markup("""
            <section id="files" aria-labelledby="files-title">
            <h2 id="files-title" tabindex="-1">All files</h2>
            <div data-table="files"><noscript><p>The table of all files needs JavaScript.</p></noscript></div>
            </section>

            """);
        WriteSection(html, "formats", "Custom formats", [Formats(analysis)], "The instance has no custom formats.");
        WriteSection(html, "profiles", "Quality profiles", [Profiles(analysis)], "No quality profile is known.");
        WriteSection(html, "categories", "Categories", [Categories(analysis)], "No categories.");
        WriteSection(html, "parts", "Breakdown", Breakdown(analysis.Breakdown), "There is nothing to break the library down by.");
    }

    /// <summary>Those whose data stand in the page; candidates stand with their files.</summary>
    public static IEnumerable<IReportTable> WithData(LibraryAnalysis analysis) =>
        [Formats(analysis), Profiles(analysis), Categories(analysis), .. Breakdown(analysis.Breakdown)];

    private static void WriteSection(HtmlWriter html, string id, string title, IReadOnlyList<IReportTable> tables, string empty)
    {
        html.Write($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\" tabindex=\"-1\">{title}</h2>\n");
        if (!tables.Any(table => table.HasRows))
        {
            html.Write($"<p>{empty}</p>\n");
        }

        foreach (IReportTable table in tables.Where(table => table.HasRows))
        {
            table.Write(html);
        }

        html.Markup("</section>\n");
    }

    private static ReportTable<UpgradeCandidate> Candidates(LibraryAnalysis analysis) => new("candidates", "Upgrade candidates, by what an upgrade could gain", "candidates", analysis.Candidates, Filter: null,
    [
        new("Title", Text, at => at.Name),
        new("Rank", Number, at => (double)at.Rank),
        new("Priority", Text, at => Say.Kind(at.Priority)),
        new("Score", Number, at => (double)at.Score),
        new("Gain", Signed, at => (double)at.Gain),
        new("Quality", Text, at => at.Quality),
        new("Profile", Text, at => at.Profile),
        new("Size", Bytes, at => (double)at.Size),
        new("Why", Text, at => at.Reason),
        new("In the way", Text, at => Blocks(at)),
        new("Recommendation", Text, at => at.Recommendation),
    ]);

    public static string Blocks(UpgradeCandidate candidate) => string.Join(", ", candidate.Blocks.Select(Say.Block));

    private static ReportTable<FormatEffect> Formats(LibraryAnalysis analysis) => new("formats", "What each custom format does", "formats", analysis.Formats, "format",
    [
        new("Format", Text, at => at.Name),
        new("Files", Number, at => (double)at.Files),
        new("Share", Share, at => at.Share),
        new("Score", Signed, at => (double?)at.Score),
        new("Lowest", Signed, at => (double)at.MinScore),
        new("Highest", Signed, at => (double)at.MaxScore),
        new("Effect", Signed, at => at.Effect),
        new("Size cost", Share, at => at.SizeCost),
        new("Size", Bytes, at => (double)at.Bytes),
        new("Impact", Text, at => Say.Kind(at.Impact)),
        new("Advice", Text, at => at.Advice),
    ]);

    private static ReportTable<ProfileFigures> Profiles(LibraryAnalysis analysis) => new("profiles", "Quality profiles and the files under them", "profiles", analysis.Profiles, "profile",
    [
        new("Profile", Text, at => at.Name),
        new("Rating", Text, at => Say.Kind(at.Rating)),
        new("Files", Number, at => (double)at.Files),
        new("Size", Bytes, at => (double)at.Bytes),
        new("Median", Number, at => at.Scores?.Median),
        new("At cutoff", Number, at => (double)at.AtCutoff),
        new("Below minimum", Number, at => (double)at.BelowMinimum),
        new("Negative", Number, at => (double)at.Negative),
        new("Cutoff score", Number, at => (double)at.CutoffScore),
        new("Minimum score", Number, at => (double)at.MinScore),
        new("Upgrades", Text, at => at.IsUpgradeAllowed ? "allowed" : "off"),
        new("Issues and advice", Text, at => string.Join(" ", at.Issues.Concat(at.Advice))),
    ]);

    private static ReportTable<CategoryFigures> Categories(LibraryAnalysis analysis) => new("categories", "Each file is in one category", "categories", analysis.Categories, "category",
    [
        new("Category", Text, at => Say.Kind(at.Category)),
        new("Files", Number, at => (double)at.Files),
        new("Size", Bytes, at => (double)at.Bytes),
        new("Median", Number, at => at.Median),
        new("What puts a file into it", Text, at => at.Criteria),
    ]);

    private static IReadOnlyList<IReportTable> Breakdown(LibraryBreakdown breakdown) =>
        [Series(breakdown.Series), Parts("collections", "Collection", "By collection", breakdown.Collections), Parts("genres", "Genre", "By genre", breakdown.Genres), Parts("years", "Year", "By year", breakdown.Years)];

    private static ReportTable<SeriesFigures> Series(IReadOnlyList<SeriesFigures> series) => new("series", "By series", "series", series, "text",
    [
        new("Series", Text, at => at.Title),
        new("Seasons", Number, at => (double)at.Seasons),
        new("Files", Number, at => (double)at.Files),
        new("Size", Bytes, at => (double)at.Bytes),
        new("Median", Number, at => at.Median),
        new("Complete", Share, at => at.Completion),
        new("Even quality", Share, at => at.Consistency),
        new("Uneven seasons", Text, at => string.Join(", ", at.Uneven.Select(season => Say.Plain(season)))),
        new("Candidates", Number, at => (double)at.Candidates),
    ]);

    private static ReportTable<PartFigures> Parts(string id, string name, string caption, IReadOnlyList<PartFigures> parts) => new(id, caption, id, parts, Filter: null,
    [
        new(name, Text, at => at.Name),
        new("Titles", Number, at => (double)at.Titles),
        new("Files", Number, at => (double)at.Files),
        new("Size", Bytes, at => (double)at.Bytes),
        new("Median", Number, at => at.Median),
        new("At cutoff", Number, at => (double)at.AtCutoff),
        new("Candidates", Number, at => (double)at.Candidates),
    ]);
}
