using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Dashboard;

/// <summary>The page as it is embedded in the program.</summary>
public sealed partial class BuiltPageTests
{
    private const int MostBytes = 250 * 1000;

    private static readonly Dictionary<string, byte[]> Files = Read();

    [Fact]
    public void All_that_a_browser_fetches_is_less_than_250_kB_compressed()
    {
        SkipUnlessBuilt();

        Assert.InRange(Files.Values.Sum(CompressedLength), 1, MostBytes);
    }

    [Fact]
    public void The_page_names_nothing_that_it_does_not_bring_along()
    {
        SkipUnlessBuilt();

        var named = OwnAddress.Matches(Text("dashboard/index.html")).Select(static match => $"dashboard/{match.Groups["file"].Value}").ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, Files.Keys));
    }

    /// <summary>Names of XML namespaces are no addresses that are asked; pages of libraries are named in their messages.</summary>
    [Fact]
    public void Nothing_in_the_page_asks_another_site()
    {
        SkipUnlessBuilt();

        var styles = Files.Keys.Where(static name => name.EndsWith(".css", StringComparison.Ordinal)).Select(Text);
        Assert.All([.. styles, Text("dashboard/index.html")], text =>
        {
            Assert.DoesNotContain("//", text.Replace("http://www.w3.org/", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
        });
    }

    /// <summary>The Content-Security-Policy allows neither; a build that makes one would show an empty page.</summary>
    [Fact]
    public void The_page_has_neither_script_nor_style_within_itself()
    {
        SkipUnlessBuilt();

        Assert.DoesNotMatch(@"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=", Text("dashboard/index.html"));
    }

    private static void SkipUnlessBuilt() => Assert.SkipUnless(Files.Count > 0, "npm was not there when the program was built, so it has no dashboard.");

    private static string Text(string name) => Encoding.UTF8.GetString(Files[name]);

    private static int CompressedLength(byte[] file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(file);
        }

        return (int)compressed.Length;
    }

    private static Dictionary<string, byte[]> Read()
    {
        var assembly = typeof(ITableStore).Assembly;
        return assembly.GetManifestResourceNames().Where(static name => name.StartsWith("dashboard/", StringComparison.Ordinal)).ToDictionary(static name => name, name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }, StringComparer.Ordinal);
    }

    [GeneratedRegex("(src|href)=\"\\./(?<file>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnAddress { get; }
}
