using System.Globalization;
using System.Text;

namespace ArrFunctions.Audio.Rules;

/// <summary>A class of a pattern, one of several characters: <c>[abc]</c>, <c>[a-z]</c>, <c>[!x]</c>.</summary>
internal static class GlobClass
{
    /// <summary>Where the class that begins here ends.</summary>
    public static int End(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case ']':
                    return at;
                case '/':
                    at = text.Length;
                    break;
            }
        }

        throw new FormatException(@"has [ without ] in the same name; write \[ for the sign itself");
    }

    /// <summary>The regular expression of one character of a name, but for some.</summary>
    public static string AnyBut(string ranges) => $@"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^/\uD800-\uDFFF{ranges}])";

    /// <summary>The regular expression of a class.</summary>
    /// <param name="members">What stands between the brackets.</param>
    public static string PatternOf(string members)
    {
        var isNegated = members.StartsWith('!');
        var at = isNegated ? 1 : 0;
        var ranges = new StringBuilder();
        while (at < members.Length)
        {
            var first = Take(members, ref at);
            var last = at + 1 < members.Length && members[at] is '-' ? TakeAfter(members, ref at) : first;
            if (last < first || char.IsSurrogate(first) || char.IsSurrogate(last))
            {
                throw new FormatException($"has the class [{members}], in which {(last < first ? "a range goes backwards" : "a sign stands that needs braces: {a,b}")}");
            }

            ranges.Append(CultureInfo.InvariantCulture, $@"\u{(int)first:X4}-\u{(int)last:X4}");
        }

        return ranges.Length == 0 ? throw new FormatException(@"has an empty class []; write \[ for the sign itself")
            : isNegated ? AnyBut(ranges.ToString())
            : $"[{ranges}-[/]]";
    }

    /// <summary>The classes of three and more letters without a range: somebody may mean a folder that is called so.</summary>
    public static IReadOnlyList<string> NameLike(string text)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\\')
            {
                at++;
            }
            else if (text[at] is '[')
            {
                var end = End(text, at);
                var members = text[(at + 1)..end];
                if (members.Length >= 3 && members.All(char.IsLetter))
                {
                    found.Add($"[{members}]");
                }

                at = end;
            }
        }

        return found;
    }

    private static char TakeAfter(string members, ref int at)
    {
        at++;
        return Take(members, ref at);
    }

    private static char Take(string members, ref int at)
    {
        at += members[at] is '\\' ? 1 : 0;
        return members[at++];
    }
}
