using System.Globalization;

namespace ArrFunctions.Audio.Rules;

/// <summary>Finds words in the title of a track: whole ones, in any case.</summary>
internal static class TitleWords
{
    /// <summary>Whether the words stand in the title one behind the other, and are not a part of longer ones.</summary>
    public static bool Has(string title, string words)
    {
        (title, words) = (Plain(title), Plain(words));
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            if (IsEdge(title, at) && IsEdge(title, at + words.Length))
            {
                return true;
            }
        }

        return false;

        int Find(int from) => title.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a word can begin or end here. Scripts that are written without spaces have no edges to look for, so theirs are everywhere.</summary>
    private static bool IsEdge(string text, int at) => at == 0 || at == text.Length || !JoinsWords(text[at - 1]) || !JoinsWords(text[at]);

    private static bool JoinsWords(char character) => !IsUnspaced(character) && (char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>The blocks of Thai, Lao, Burmese, Khmer, Chinese, Japanese and, for its particles, Korean.</summary>
    private static bool IsUnspaced(char character) => character is
        (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u11FF') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u2E80' and <= '\uA4CF') or (>= '\uA960' and <= '\uA97F') or (>= '\uAC00' and <= '\uD7FF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFFDC');

    /// <summary>With the apostrophe of a keyboard, which titles have in several shapes.</summary>
    private static string Plain(string text) => text.Replace('\u2019', '\'').Replace('\u2018', '\'');
}
