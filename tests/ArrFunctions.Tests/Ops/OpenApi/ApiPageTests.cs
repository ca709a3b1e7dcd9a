using System.Net;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Tests.Http;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Ops.OpenApi;

/// <summary>The page that shows the document, as it is sent and in headless Chromium (tests/Browser/openapi.mjs).</summary>
public sealed class ApiPageTests
{
    [Fact]
    public async Task A_stranger_gets_the_page_and_learns_nothing_from_it()
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();
        client.DefaultRequestHeaders.Clear();

        using var page = await client.GetAsync(new Uri("/openapi", UriKind.Relative), TestContext.Current.CancellationToken);
        using var document = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (page.StatusCode, document.StatusCode));
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("ArrFunctions", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/api", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accessible")]
    [InlineData("keyboard")]
    [InlineData("refused")]
    [InlineData("complete")]
    public async Task The_page_shows_the_document(string check)
    {
        string script = Repository.PathOf("tests/Browser/openapi.mjs");
        Assert.SkipUnless(
            Tools.Has("chromium") && Tools.Has("node") && Directory.Exists(Repository.PathOf("tests/Browser/node_modules")),
            "chromium shows the page, node drives it with what 'npm ci' puts into tests/Browser/node_modules.");
        await using var bench = await HttpBench.StartAsync();
        string folder = Directory.CreateTempSubdirectory("openapi-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), ApiPage.Content, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "policy"), ApiPage.ContentSecurityPolicy, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "v1.json"), bench.Services.GetRequiredService<ApiDocument>().Content, TestContext.Current.CancellationToken);
            Assert.Equal("ok", Tools.Run("node", script, check, folder).Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
