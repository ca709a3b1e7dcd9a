using ArrFunctions.Library.Report;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Library.Report;

/// <summary>The page in headless Chromium: tests/Browser/report.mjs looks at it, each test here is one of its checks.</summary>
public sealed class ReportInBrowserTests
{
    [Theory]
    [InlineData("accessible", 300)]
    [InlineData("hostile", 300)]
    [InlineData("keyboard", 300)]
    [InlineData("charts", 300)]
    [InlineData("csv", 300)]
    [InlineData("colours", 300)]
    [InlineData("scriptless", 300)]
    [InlineData("print", 300)]
    [InlineData("fast", 50_000)]
    [InlineData("empty", 0)]
    public async Task The_page_holds_what_it_promises(string check, int files)
    {
        string script = Repository.PathOf("tests/Browser/report.mjs");
        Assert.SkipUnless(
            Tools.Has("chromium") && Tools.Has("node") && Directory.Exists(Repository.PathOf("tests/Browser/node_modules")),
            "chromium shows the page, node drives it with what 'npm ci' puts into tests/Browser/node_modules.");
        string folder = Directory.CreateTempSubdirectory("arrfunctions-report-").FullName;
        try
        {
            string page = Path.Combine(folder, "report.html");
            await using (FileStream stream = File.Create(page))
            {
                await HtmlReport.Artifact.WriteAsync(
                    SampleReport.Of(new SampleRows(files, isSeries: false), hasTrends: files > 0), stream, TestContext.Current.CancellationToken);
            }

            Assert.Equal("ok", Tools.Run("node", script, check, page).Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
