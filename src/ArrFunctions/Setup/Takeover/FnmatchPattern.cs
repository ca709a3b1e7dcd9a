using System.Text;

namespace ArrFunctions.Setup.Takeover;

/// <summary>A path override of ArrTheAudio as a pattern of ours: there a star takes slashes too, and braces and backslashes mean themselves (Python's <c>fnmatch</c>).</summary>
internal static class FnmatchPattern
{
    /// <param name="isSame">Whether it fits the same files.</param>
    /// <returns>Patterns of which one fits; none where theirs fits no path at all.</returns>
    public static IReadOnlyList<string> Convert(string pattern, out bool isSame)
    {
        isSame = true;
        if (pattern is not ['/' or '*' or '?' or '[', ..])
        {
            return [];
        }

        var names = pattern.Split('/');
        var parts = new List<string>();
        foreach (var (place, name) in names.Index())
        {
            var isLast = place == names.Length - 1;
            if (name.Length > 0 && name.All(static letter => letter is '*'))
            {
                Add(parts, "**");

                // Between two slashes their star also takes one folder more or less than ours does.
                isSame &= isLast || place == 0;
            }
            else if (isLast && name.StartsWith('*'))
            {
                Add(parts, "**");
                Add(parts, Name(name, ref isSame, isTail: true));
            }
            else
            {
                Add(parts, Name(name, ref isSame, isLast));
            }
        }

        var text = string.Join('/', parts);
        return parts[^1].EndsWith('*') && parts[^1] is not "**" ? [text, $"{text}/**"] : [text];
    }

    private static void Add(List<string> parts, string part)
    {
        if (part is not "**" || parts is not [.., "**"])
        {
            parts.Add(part);
        }
    }

    private static string Name(string name, ref bool isSame, bool isTail)
    {
        var text = new StringBuilder();
        var isClass = false;
        foreach (var (place, letter) in name.Index())
        {
            isClass = letter is '[' ? name.IndexOf(']', place + 1) > place : isClass && letter is not ']';
            isSame &= letter is not '?' && (letter is not '*' || (isTail && (place == 0 || place == name.Length - 1)));
            if (letter is '*' && text.Length > 0 && text[^1] is '*')
            {
                continue;
            }

            text.Append(letter is '{' or '}' or '\\' || (letter is '[' && !isClass) ? $"\\{letter}" : letter.ToString());
        }

        return text.ToString();
    }
}
