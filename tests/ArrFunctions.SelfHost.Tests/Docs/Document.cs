using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>The pages for people: those at the root of the repository and all below docs.</summary>
internal static partial class Document
{
    public static string Root { get; } = Path.GetDirectoryName(Repository.PathOf("README.md"))!;

    /// <summary>Named from the root of the repository, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The fenced blocks of one language in a page, with the number of their first line; what they are indented by is taken off.</summary>
    public static IEnumerable<(int Line, string Text)> Blocks(string document, string language)
    {
        var text = Repository.Read(document);
        return Fence.Matches(text).Where(block => block.Groups["language"].Value == language).Select(block =>
        {
            var indent = block.Groups["indent"].Value;
            var lines = block.Groups["text"].Value.Split('\n').Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line);
            return (text.AsSpan(0, block.Index).Count('\n') + 2, string.Join('\n', lines).TrimEnd());
        });
    }

    [GeneratedRegex("^(?<indent> *)```(?<language>\\w*)\n(?<text>.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence { get; }
}
