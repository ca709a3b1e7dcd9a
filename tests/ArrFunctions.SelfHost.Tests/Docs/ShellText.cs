using System.Text.RegularExpressions;

namespace ArrFunctions.SelfHost.Tests.Docs;

/// <summary>As much of the grammar of the shell as commands in documents use: quotes, continued lines, here-documents, comments, pipes, lists and <c>$(...)</c>.</summary>
internal static partial class ShellText
{
    /// <summary>One entry for each command, with the lines that it goes on over; without comments that stand alone.</summary>
    public static IEnumerable<string> Commands(string block)
    {
        var open = "";
        foreach (var line in block.Split('\n'))
        {
            open = open == "" ? line : $"{open}\n{line}";
            if (IsWhole(open))
            {
                if (open.TrimStart() is not ("" or ['#', ..]))
                {
                    yield return open;
                }

                open = "";
            }
        }

        if (open != "")
        {
            yield return open;
        }
    }

    /// <summary>The names of the programs that a command starts, in their order.</summary>
    public static IReadOnlyList<string> Programs(string command)
    {
        var bare = Quoted.Replace(HereDocument.Replace(command, "${end}"), static quoted => quoted.Value.Contains("$(", StringComparison.Ordinal) ? quoted.Value : "_");
        return [.. Start.Matches(Comment.Replace(bare.Replace("\\\n", " ", StringComparison.Ordinal), "")).Select(start => start.Groups["program"].Value).Where(name => name != "")];
    }

    private static bool IsWhole(string text) =>
        !text.EndsWith('\\')
        && Quoted.Replace(HereDocument.Replace(text, "${end}"), "").AsSpan().IndexOfAny('\'', '"') < 0
        && !OpenDocument.IsMatch(HereDocument.Replace(text, "${end}"));

    [GeneratedRegex("""'[^']*'|"(?:[^"\\]|\\.)*?" """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Quoted { get; }

    /// <summary>Where a command may begin; behind variables that are set for it alone.</summary>
    [GeneratedRegex(@"(?:^|\||&&|;|\$\(|\n)\s*(?:\w+=(?!\$\()\S*\s+)*(?:\w+=(?=\$\()|\w+=\S*|(?<program>[\w./+-]+)|(?=\())", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"(?<=^|\s)#.*", RegexOptions.None, 1000)]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"<<-?\s*['""]?(?<word>\w+)['""]?(?<end>[^\n]*)\n(.*\n)?\s*\k<word>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HereDocument { get; }

    [GeneratedRegex(@"<<-?\s*['""]?\w+", RegexOptions.None, 1000)]
    private static partial Regex OpenDocument { get; }
}
