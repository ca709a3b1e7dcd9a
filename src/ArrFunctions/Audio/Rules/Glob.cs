using System.Text;
using System.Text.RegularExpressions;

namespace ArrFunctions.Audio.Rules;

/// <summary>
/// A pattern for whole paths, case-sensitive: <c>**</c> any folders, also none; <c>*</c> and <c>?</c> inside one name; <c>[a-z]</c>, <c>[!x]</c>;
/// <c>{a,b}</c>; a backslash before a sign that is meant itself. One that does not begin with a slash begins at any folder.
/// </summary>
internal sealed class Glob
{
    private const int MaxLength = 500;

    private readonly string text;
    private readonly Regex regex;

    private Glob(string text, IEnumerable<string> patterns)
    {
        this.text = text;

        // Without backtracking, so that the time grows with the length of the path, whatever the pattern.
        regex = new($@"\A(?:{string.Join('|', patterns)})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    /// <summary>Classes that look like the name of a folder, as people write it: <c>[Anime]</c> stands for one of five letters.</summary>
    public required IReadOnlyList<string> NameLikeClasses { get; init; }

    /// <param name="text">The pattern.</param>
    /// <param name="fault">When there is no result: what is wrong, after "the pattern".</param>
    public static Glob? TryParse(string text, out string? fault)
    {
        try
        {
            fault = null;
            return text.Length > MaxLength
                ? throw new FormatException($"has more than {MaxLength} characters")
                : new(text, GlobBraces.Expand(text).Select(PatternOf)) { NameLikeClasses = GlobClass.NameLike(text) };
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
            return null;
        }
        catch (NotSupportedException)
        {
            // The regular expression would need more states than .NET allows one without backtracking.
            fault = "is too long for so many alternatives in its braces; make several patterns of it";
            return null;
        }
    }

    public bool IsMatch(string path) => regex.IsMatch(path);

    public override string ToString() => text;

    private static string PatternOf(string glob)
    {
        var parts = glob.StartsWith('/') ? glob[1..].Split('/') : glob.Split('/').Prepend("**").ToArray();
        var pattern = new StringBuilder();
        for (var place = 0; place < parts.Length; place++)
        {
            pattern.Append(parts[place] switch
            {
                "**" => place == parts.Length - 1 ? "(?:/[^/]+)+" : "(?:/[^/]+)*",
                "" => throw new FormatException(place == parts.Length - 1
                    ? "ends with a slash; write ** behind it for everything below that folder" : "has two slashes with nothing between them"),
                "." or ".." => throw new FormatException("has '.' or '..' for a folder, which no path has"),
                var part => $"/{PatternOfName(part)}",
            });
        }

        return pattern.ToString();
    }

    private static string PatternOfName(string name)
    {
        var pattern = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            switch (name[at])
            {
                case '*' when at + 1 < name.Length && name[at + 1] is '*':
                    throw new FormatException("has ** beside other signs; ** stands for whole folders: write **/*.mkv");
                case '*':
                    pattern.Append("[^/]*");
                    break;
                case '?':
                    pattern.Append(GlobClass.AnyBut(""));
                    break;
                case '[':
                    var end = GlobClass.End(name, at);
                    pattern.Append(GlobClass.PatternOf(name[(at + 1)..end]));
                    at = end;
                    break;
                case '\\':
                    pattern.Append(Regex.Escape(GlobBraces.Escaped(name, ++at).ToString()));
                    break;
                default:
                    pattern.Append(Regex.Escape(name[at].ToString()));
                    break;
            }
        }

        return pattern.ToString();
    }
}
