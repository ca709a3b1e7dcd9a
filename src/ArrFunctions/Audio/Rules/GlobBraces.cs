namespace ArrFunctions.Audio.Rules;

/// <summary>The braces of a pattern: <c>*.{mkv,mp4}</c> stands for two patterns. They nest.</summary>
internal static class GlobBraces
{
    private const int MostPatterns = 100;

    /// <summary>The patterns without braces that a pattern stands for.</summary>
    public static IReadOnlyList<string> Expand(string text)
    {
        List<string> patterns = [.. ExpandFirst(text).Take(MostPatterns + 1)];
        return patterns.Count > MostPatterns ? throw new FormatException($"stands for more than {MostPatterns} patterns by its braces") : patterns;
    }

    /// <summary>The sign behind a backslash.</summary>
    public static char Escaped(string text, int at) =>
        at < text.Length ? text[at] : throw new FormatException("ends, or has a slash, behind a backslash; a backslash stands before the sign that is meant itself");

    private static IEnumerable<string> ExpandFirst(string text)
    {
        if (Next(text, 0, "{}") is not (>= 0 and var open))
        {
            return [text];
        }

        if (text[open] is '}')
        {
            throw new FormatException(@"has } without {; write \} for the sign itself");
        }

        var (commas, close) = Alternatives(text, open);
        var (head, tail) = (text[..open], text[(close + 1)..]);
        return commas.Zip(commas.Skip(1).Append(close), (before, after) => text[(before + 1)..after]).SelectMany(part => ExpandFirst(head + part + tail));
    }

    /// <summary>The brace and the commas that each stand before an alternative, and the brace that ends the last one.</summary>
    private static (List<int> Before, int Close) Alternatives(string text, int open)
    {
        var (before, depth) = (new List<int> { open }, 1);
        for (var at = Next(text, open + 1, "{},"); at >= 0; at = Next(text, at + 1, "{},"))
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return before.Count > 1 ? (before, at) : throw new FormatException($@"has {text[open..(at + 1)]}, braces without a comma; write \{{ and \}} for the signs themselves");
            }

            if (depth == 1 && text[at] is ',')
            {
                before.Add(at);
            }
        }

        throw new FormatException(@"has { without }; write \{ for the sign itself");
    }

    /// <summary>The next of these signs that is neither behind a backslash nor in a class.</summary>
    private static int Next(string text, int from, string signs)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (signs.Contains(text[at], StringComparison.Ordinal))
            {
                return at;
            }

            at = text[at] switch { '\\' => at + 1, '[' => GlobClass.End(text, at), _ => at };
        }

        return -1;
    }
}
