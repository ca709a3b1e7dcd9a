using System.Globalization;
using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Makes a title of the part of a name before the first mark.</summary>
internal static partial class ReleaseNameTitle
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int FirstFilm = 1888;

    // Films are named after years to come; a film of such a year is not here yet.
    private const int LastYear = 2040;

    public static bool IsYear(int number) => number is >= FirstFilm and <= LastYear;

    /// <summary>Words with single spaces between them; empty when there are none.</summary>
    /// <remarks>An acronym keeps its dots, as TMDB writes S.W.A.T. and S.H.I.E.L.D.: its search takes such a word as one, and finds nothing for its letters.</remarks>
    public static string Tidy(string text)
    {
        text = Trim(text);
        var open = Brackets.Replace(text, " ");
        text = Trim(open.Any(char.IsLetterOrDigit) ? open : text.Replace('[', ' ').Replace(']', ' '));
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            text = Dots.Replace(Acronym.Replace(text, letters => letters.Value.Replace('.', '\0') + "\0 "), " ").Replace('\0', '.');
        }

        text = Trim(Spaces.Replace(text, " "));
        if (AlsoKnownAs.Match(text) is { Success: true, Index: > 0 } other)
        {
            text = Trim(text[..other.Index]);
        }

        return text.Any(char.IsLetterOrDigit) ? text : "";
    }

    /// <summary>The title, and the year that stands at its end: <c>Show (2019)</c>, <c>Show.2019</c>, <c>Show (2019-2022)</c>.</summary>
    public static (string Title, int? Year) WithYear(string text)
    {
        text = Trim(text);
        return YearAtEnd.Match(text) is { Success: true } match && Number(match.Groups["year"]) is var year && IsYear(year)
            && Tidy(text[..match.Index]) is { Length: > 0 } title
            ? (title, year)
            : (Tidy(text), null);
    }

    /// <summary>Whether two titles are spelled the same, whatever the punctuation.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Letters(one), Letters(other), StringComparison.OrdinalIgnoreCase);

    public static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Letters(string title) => string.Concat(title.Where(char.IsLetterOrDigit));

    private static string Trim(string text) => text.TrimStart([.. " .,;:~+|'-)]}"]).TrimEnd([.. " .,;:~+|'-([{"]);

    [GeneratedRegex(@"\[[^\]]*\]?|\{[^}]*\}?", Options, 1000)]
    private static partial Regex Brackets { get; }

    // A and I are words: of two letters only A.I. ends in one of them.
    [GeneratedRegex(@"(?<![\p{L}\p{N}'])(\p{L}\.){2,}\p{L}(?![\p{L}\p{N}'])|(?<![\p{L}\p{N}'])(A\.I|\p{L}\.[^\P{L}AaIi])(?![\p{L}\p{N}'])", Options, 1000)]
    private static partial Regex Acronym { get; }

    [GeneratedRegex(@"\.+", Options, 1000)]
    private static partial Regex Dots { get; }

    [GeneratedRegex(@" {2,}", Options, 1000)]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@" (AKA|A\.K\.A\.?|a\.k\.a\.?) ", Options, 1000)]
    private static partial Regex AlsoKnownAs { get; }

    [GeneratedRegex(@"(?<!(^|[ .])(of|the|year|class))[ .(\[-](?<year>[0-9]{4})( ?- ?([0-9]{4})?(?=\)))?[)\]]?$", Options, 1000)]
    private static partial Regex YearAtEnd { get; }
}
