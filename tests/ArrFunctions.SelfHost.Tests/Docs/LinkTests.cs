using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>What one document says of another, or of a file beside it, is there.</summary>
public sealed partial class LinkTests
{
    private static readonly string Root = Document.Root;

    public static TheoryData<string> Documents => [.. Document.All];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_file_and_a_heading_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, document))!;
        var broken = Link.Matches(Fence.Replace(File.ReadAllText(Path.Combine(Root, document)), ""))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !LeadsSomewhere(target.Split('#'), folder, document));
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_page_is_linked_from_the_README_or_from_a_page_that_is()
    {
        var reached = new HashSet<string>(["README.md"], StringComparer.Ordinal);
        for (var fresh = reached.ToList(); fresh.Count > 0;)
        {
            fresh = [.. fresh.SelectMany(Pages).Where(reached.Add)];
        }

        Assert.Empty(Document.All.Except(reached));
    }

    [Fact]
    public void Every_decision_has_the_number_that_its_file_has()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, "docs/decisions"), "*.md").Order(StringComparer.Ordinal).ToList();
        var titled = files.Select(path => (Path.GetFileName(path)[..4], File.ReadLines(path).First().Split('.')[0]));
        Assert.Equal(Enumerable.Range(1, files.Count).Select(number => ($"{number:0000}", $"# {number}")), titled);
    }

    [Fact]
    public void Every_function_is_named_in_the_document_about_them()
    {
        var functions = Directory.EnumerateFiles(Path.Combine(Root, "src/ArrFunctions.FunctionApp"), "*.cs")
            .SelectMany(path => Function.Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value)).ToList();
        var document = Repository.Read("docs/azure.md");
        Assert.Contains("Webhooks_Http", functions);
        Assert.All(functions, name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
    }

    /// <summary>The pages that a page links to, and for a folder those in it.</summary>
    private static IEnumerable<string> Pages(string document) =>
        Link.Matches(File.ReadAllText(Path.Combine(Root, document)))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Select(target => Path.GetRelativePath(Root, Path.Combine(Root, Path.GetDirectoryName(document)!, target)))
            .SelectMany(target => Document.All.Where(page => page == target || page.StartsWith($"{target.TrimEnd('/')}/", StringComparison.Ordinal)));

    private static bool LeadsSomewhere(string[] parts, string folder, string document)
    {
        var path = parts[0] == "" ? Path.Combine(Root, document) : Path.Combine(folder, parts[0]);
        return (File.Exists(path) || Directory.Exists(path))
            && (parts is not [_, var anchor] || Heading.Matches(Fence.Replace(File.ReadAllText(path), "")).Any(heading => AnchorOf(heading.Groups["text"].Value) == anchor));
    }

    /// <summary>As GitHub makes it: small letters, hyphens for blanks, no other signs.</summary>
    private static string AnchorOf(string heading) => Sign.Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex Sign { get; }

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence { get; }

    [GeneratedRegex("Function\\(\"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Function { get; }
}
