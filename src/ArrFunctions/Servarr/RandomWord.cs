using System.Globalization;

namespace ArrFunctions.Servarr;

/// <summary>Tells keys from words: in keys, digits and letters of both cases follow each other without a pattern.</summary>
internal static class RandomWord
{
    /// <summary>What is shorter is taken for a word.</summary>
    public const int Shortest = 16;

    public static bool Is(string word)
    {
        if (word.Length < Shortest)
        {
            return false;
        }

        return word.Any(char.IsAsciiDigit)
            ? word.Split('-', '_', '+', '=', '~').Any(piece => piece.Length >= Shortest && piece.Any(char.IsAsciiDigit) && !IsTime(piece)) || IsFullOfTurns(word)
            : !IsCamelCase(word) && IsFullOfTurns(word);
    }

    /// <summary>As ISO 8601 writes it without separators, also in the name of a file: <c>20260131T033000Z.zip</c>.</summary>
    private static bool IsTime(string piece) =>
        DateTime.TryParseExact(piece.Split('.')[0], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsFullOfTurns(string word) => Turns(word) * 5 >= word.Length;

    /// <summary>How often the kind of character changes; a capital before a small letter is how words begin.</summary>
    private static int Turns(string word) => word.Zip(word.Skip(1)).Count(pair => (Kind(pair.First), Kind(pair.Second)) switch
    {
        ('-', _) or (_, '-') or ('A', 'a') => false,
        var (first, second) => first != second,
    });

    private static char Kind(char character) => character switch
    {
        _ when char.IsAsciiDigit(character) => '0',
        _ when char.IsAsciiLetterUpper(character) => 'A',
        _ when char.IsAsciiLetterLower(character) => 'a',
        _ => '-',
    };

    /// <summary>TooManyRequests: no capital follows another one.</summary>
    private static bool IsCamelCase(string word) => !word.Zip(word.Skip(1)).Any(pair => char.IsAsciiLetterUpper(pair.First) && char.IsAsciiLetterUpper(pair.Second));
}
