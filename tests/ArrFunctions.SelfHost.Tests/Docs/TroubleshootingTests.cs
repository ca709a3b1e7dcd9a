using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>docs/troubleshooting.md quotes what the program says, and lists every part in its table.</summary>
public sealed partial class TroubleshootingTests
{
    private const string Page = "docs/troubleshooting.md";

    [Fact]
    public void Every_message_that_is_quoted_is_one_of_the_program()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Document.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Append(Repository.PathOf("eng/image/arrfunctions")).Select(File.ReadAllText));
        var said = Joined.Replace(sources, "");
        var quoted = Document.Blocks(Page, "text").SelectMany(block => block.Text.Split('\n')).SelectMany(line => line.Split("...")).Select(part => part.Trim()).Where(part => part.Length > 3).ToList();
        Assert.NotEmpty(quoted);
        Assert.All(quoted, part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_part_is_in_the_table()
    {
        var text = Repository.Read(Page);
        var parts = Regex.Count(text, "^## ", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        Assert.Equal(parts - 1, text.Split("\n## ")[0].Split("](#").Length - 1);
    }

    /// <summary>Where a text goes on in the next literal.</summary>
    [GeneratedRegex(@"""\s*\+\s*\$?""", RegexOptions.None, 1000)]
    private static partial Regex Joined { get; }
}
