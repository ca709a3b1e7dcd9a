using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Which language was probably meant by a text that names none.</summary>
internal static class LanguageSpelling
{
    /// <summary>Of several that are as near, what most media are in.</summary>
    private static readonly string[] Common =
        ["eng", "jpn", "deu", "fra", "spa", "ita", "por", "zho", "kor", "rus", "nld", "pol", "swe", "dan", "nor", "fin", "tur", "hin", "ara", "ces", "hun", "ell", "ukr"];

    /// <returns>"jpn (Japanese)"; null: none is near.</returns>
    public static string? Nearest(string text)
    {
        var written = text.Trim().Split('-', '_', '=')[0];
        written = written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var nearest = Iso639.Words
            .Select(known => (known.Language, known.Word, Distance: Distance(written, known.Word)))
            .Where(static known => known.Distance <= (known.Word.Length <= 3 ? 1 : Spelling.Tolerance(known.Word)))
            .OrderBy(static known => known.Distance)
            .ThenBy(known => char.ToUpperInvariant(known.Word[0]) == char.ToUpperInvariant(written[0]) ? 0 : 1)
            .ThenBy(static known => Array.IndexOf(Common, known.Language) is >= 0 and var place ? place : Common.Length)
            .FirstOrDefault();
        return nearest.Language is { } language ? $"{language} ({Iso639.NameOf(language)})" : null;
    }

    /// <summary>The beginning of a name is as near as one wrong letter: <c>jap</c>.</summary>
    private static int Distance(string written, string word) => written switch
    {
        "" => int.MaxValue,
        { Length: > 1 } when word.StartsWith(written, StringComparison.OrdinalIgnoreCase) => 1,
        { Length: > 40 } => int.MaxValue,
        _ => Spelling.Distance(written, word),
    };
}
