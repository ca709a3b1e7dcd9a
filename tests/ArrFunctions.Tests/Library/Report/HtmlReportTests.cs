using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Report;

namespace ArrFunctions.Tests.Library.Report;

public sealed partial class HtmlReportTests
{
    [Fact]
    public async Task No_name_becomes_markup()
    {
        string page = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(300, isSeries: false)));

        Assert.Equal(2, Count(page, "<script"));
        Assert.Equal(2, Count(page, "</script>"));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;svg onload=alert(4)&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_hold_no_character_that_could_end_them()
    {
        string data = DataOf(await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(300, isSeries: true), isSeries: true)));

        Assert.Equal(-1, data.AsSpan().IndexOfAny("<>&\u2028\u2029"));
        Assert.Contains("\\u003C/script\\u003E", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_is_in_the_data_once_with_its_title_and_marks()
    {
        SampleRows rows = new(250, isSeries: true);
        using var data = JsonDocument.Parse(DataOf(await SampleReport.WriteAsync(SampleReport.Of(rows, isSeries: true))));

        JsonElement[] titles = [.. data.RootElement.GetProperty("titles").EnumerateArray()];
        JsonElement[] files = [.. titles.SelectMany(title => title[4].EnumerateArray())];
        Assert.Equal(5, titles.Length);
        Assert.Equal(rows.All.Select(row => row.File.Size), files.Select(file => file[1].GetInt64()));
        Assert.Equal(Enumerable.Range(0, 250).Select(i => i % 10), files.Select(file => file[7].GetInt32()));
        Assert.Equal(
            Enumerable.Range(0, 250).Where(i => SampleRows.ScoreOf(i) < 1500 && i % 2 == 0),
            Enumerable.Range(0, 250).Where(i => files[i].GetArrayLength() == 16));
    }

    [Fact]
    public async Task The_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else()
    {
        string page = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(20, isSeries: false)));

        string policy = PolicyPattern().Match(page).Groups["it"].Value.Replace("&#39;", "'", StringComparison.Ordinal);
        Assert.Equal(
            $"default-src 'none'; script-src 'sha256-{HashOf(ScriptPattern().Match(page).Groups["it"].Value)}'; "
            + $"style-src 'sha256-{HashOf(StylePattern().Match(page).Groups["it"].Value)}'; base-uri 'none'; form-action 'none'",
            policy);
        Assert.Equal(ReportAssets.ContentSecurityPolicy, policy);
        Assert.DoesNotMatch(@"<\w+(?: [\w:-]+(?:=""[^""]*"")?)* (?:style|on\w+)=", MarkupOf(page));
        Assert.DoesNotMatch("(src|href)=\"[^#]", MarkupOf(page));
    }

    [Fact]
    public async Task The_same_content_makes_the_same_page()
    {
        ExportContent content = SampleReport.Of(new SampleRows(200, isSeries: true), isSeries: true);

        Assert.Equal(await SampleReport.WriteAsync(content), await SampleReport.WriteAsync(content));
    }

    [Fact]
    public async Task Rows_are_read_twice_at_most()
    {
        SampleRows rows = new(10, isSeries: false);

        await SampleReport.WriteAsync(SampleReport.Of(rows));

        Assert.Equal(2, rows.Enumerations);
    }

    [Fact]
    public async Task A_file_takes_less_than_two_hundred_bytes_of_the_page()
    {
        string small = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(1_000, isSeries: false), candidates: 10));
        string large = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(6_000, isSeries: false), candidates: 10));

        Assert.InRange((large.Length - small.Length) / 5_000, 40, 200);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(3, 7)]
    [InlineData(500, 7)]
    public async Task Charts_are_well_formed_and_have_a_title_and_a_text(int files, int count)
    {
        string page = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(files, isSeries: false)));

        XElement[] charts = [.. ChartPattern().Matches(page).Select(chart => XElement.Parse(chart.Value))];
        Assert.Equal(count, charts.Length);
        Assert.All(charts, chart =>
        {
            Assert.NotEmpty(chart.Element("title")!.Value);
            Assert.NotEmpty(chart.Element("desc")!.Value);
            Assert.DoesNotContain(chart.Descendants().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Value.Contains('∞', StringComparison.Ordinal));
            Assert.DoesNotContain(chart.Descendants("rect"), rect => rect.Attribute("width")!.Value[0] == '-' || rect.Attribute("height")!.Value[0] == '-');
        });
    }

    [Fact]
    public async Task An_empty_library_is_said_to_be_empty()
    {
        string page = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(0, isSeries: false), hasTrends: false));

        Assert.Contains("The library holds no files", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", MarkupOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", MarkupOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_history_the_page_says_when_it_begins()
    {
        string page = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(20, isSeries: false), hasTrends: false));

        Assert.Contains("History begins with the second export", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_read_is_named()
    {
        string page = await SampleReport.WriteAsync(SampleReport.Of(new SampleRows(20, isSeries: false)) with { Missing = ["Series 4 <Dark> could not be read."] });

        Assert.Contains("<li dir=\"auto\">Series 4 &lt;Dark&gt; could not be read.</li>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("read as a whole", page, StringComparison.Ordinal);
    }

    private static int Count(string page, string text) => page.Split(text).Length - 1;

    private static string DataOf(string page) => DataPattern().Match(page).Groups["it"].Value;

    /// <summary>The page without style, data and script.</summary>
    private static string MarkupOf(string page) => page[(page.IndexOf("</style>", StringComparison.Ordinal) + 8)..page.IndexOf("<script", StringComparison.Ordinal)];

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("Content-Security-Policy\" content=\"(?<it>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PolicyPattern();

    [GeneratedRegex("<script>(?<it>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptPattern();

    [GeneratedRegex("<style>(?<it>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StylePattern();

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(?<it>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DataPattern();

    [GeneratedRegex("<svg viewBox=\"0 0 360.*?</svg>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChartPattern();
}
