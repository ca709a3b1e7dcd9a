using System.Buffers;
using System.Text.RegularExpressions;

namespace ArrFunctions.Library.Artifacts;

/// <summary>Keeps a text from being taken for a formula by a spreadsheet that opens a CSV file (OWASP, "CSV Injection").</summary>
/// <remarks>
/// An apostrophe goes before what could begin a formula: at the start of the text, and behind each semicolon, tab and line break, where other cells begin
/// in a spreadsheet whose language separates them so. A text that has that form already gets one more, so that the way back is to take one away.
/// </remarks>
internal static partial class FormulaGuard
{
    // Blanks, and what is not seen at all: a spreadsheet may drop them.
    private const string Unseen = @"[\s\p{Cf}\p{Cc}-[\t\r\n]]*";

    // = + - @ and what looks like them: the minus sign, small and full-width forms.
    private const string Sign = @"[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]";

    private const string Behind = $@"(?<=[;\t\r\n])";
    private const string Danger = $@"(?='*{Unseen}{Sign})";

    // A tab or a line break at the very start would be dropped too.
    private const string DangerAtStart = $@"(?='*{Unseen}(?:{Sign}|[\t\r\n]))";

    private static readonly SearchValues<char> Separators = SearchValues.Create(";\t\r\n");

    [GeneratedRegex($"{Behind}{Danger}|^{DangerAtStart}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Start { get; }

    [GeneratedRegex($"{Behind}'{Danger}|^'{DangerAtStart}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Mark { get; }

    public static string Guard(string text) =>
        text is "" || (char.IsAsciiLetterOrDigit(text[0]) && !text.AsSpan().ContainsAny(Separators)) ? text : Start.Replace(text, "'");

    /// <summary>The way back.</summary>
    public static string Unguard(string text) => Mark.Replace(text, "");
}
