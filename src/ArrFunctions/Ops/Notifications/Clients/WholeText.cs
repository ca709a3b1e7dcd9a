using System.Globalization;
using System.Text;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Text that fits a limit. It is cut between characters as people see them (UAX #29): never within a surrogate pair, a letter with its accents or an emoji.</summary>
internal static class WholeText
{
    private const string Cut = "...";

    /// <summary>At most so many UTF-16 units; what was cut is told by "...".</summary>
    public static string Fit(string text, int most) => Fit(text, most, static part => part);

    /// <summary>At most so many bytes of UTF-8.</summary>
    public static string FitBytes(string text, int most) => Fit(text, most, static part => part, Encoding.UTF8.GetByteCount);

    /// <summary>Escaped, and at most so many UTF-16 units after that.</summary>
    /// <param name="text">As people are to read it.</param>
    /// <param name="most">Units.</param>
    /// <param name="escape">What a piece of the text becomes, whatever stands before and behind it.</param>
    public static string Fit(string text, int most, Func<string, string> escape) => Fit(text, most, escape, static part => part.Length);

    /// <summary>Pieces that each fit, cut at the end of a line where that loses less than half of one; the last one is cut where there is more than fits all.</summary>
    public static IReadOnlyList<string> Split(string text, int most, int pieces, Func<string, string> escape)
    {
        var found = new List<string>();
        var rest = text;
        while (rest.Length > 0 && found.Count < pieces - 1 && escape(rest).Length > most)
        {
            var length = Lengths(rest, most, kept: 0, escape, static part => part.Length).Fit;
            var line = rest.LastIndexOf('\n', Math.Max(0, length - 1));
            var end = line > length / 2 ? line + 1 : Math.Max(length, 1);
            found.Add(escape(rest[..end].TrimEnd('\n')));
            rest = rest[end..];
        }

        return rest.Length == 0 ? found : [.. found, Fit(rest, most, escape)];
    }

    /// <summary>One line: what would end it becomes a blank, what nobody sees is left out.</summary>
    public static string Line(string text) => string.Concat(text.EnumerateRunes().Select(static rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        _ => rune.ToString(),
    }));

    private static string Fit(string text, int most, Func<string, string> escape, Func<string, int> measure)
    {
        var (all, fit) = Lengths(text, most, Cut.Length, escape, measure);
        return all ? escape(text) : string.Concat(escape(text[..fit]), Cut.AsSpan(0, Math.Min(Cut.Length, most)));
    }

    /// <summary>Whether all of it fits, and how much of it does where some room is kept for what stands behind it.</summary>
    private static (bool All, int Fit) Lengths(string text, int most, int kept, Func<string, string> escape, Func<string, int> measure)
    {
        var (used, place, fit) = (0, 0, 0);
        while (place < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, place);
            used += measure(escape(text.Substring(place, length)));
            if (used > most)
            {
                return (false, fit);
            }

            place += length;
            fit = used <= most - kept ? place : fit;
        }

        return (true, text.Length);
    }
}
