using System.Globalization;
using System.Text;

namespace ArrFunctions.Ops.Logs;

/// <summary>Text from anywhere, for a line: nothing in it ends the line, moves a terminal's cursor, or turns the direction of what follows.</summary>
internal static class SafeText
{
    public static string Of(string text, int most)
    {
        var cut = text.Length <= most ? text : $"{text[..most]}…";
        return cut.Any(IsUnsafe) ? Escaped(cut) : cut;
    }

    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => safe.Append(@"\n"),
                '\r' => safe.Append(@"\r"),
                '\t' => safe.Append(@"\t"),
                _ when IsUnsafe(character) => safe.Append(CultureInfo.InvariantCulture, $@"\u{(int)character:x4}"),
                _ => safe.Append(character),
            };
        }

        return safe.ToString();
    }

    /// <summary>Controls of both sets, line and paragraph separators, and marks that have no width, among them those of direction.</summary>
    private static bool IsUnsafe(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
