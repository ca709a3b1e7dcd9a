using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.Access;

/// <summary>What a key is called: 1 to 64 printable characters. Two names that differ only in case are the same.</summary>
internal static class KeyName
{
    private const int MaxLength = 64;

    public static bool IsValid(string name) =>
        name.Length is >= 1 and <= MaxLength && name[0] is not ' ' && name[^1] is not ' ' && name.EnumerateRunes().All(IsPrintable);

    /// <summary>Fit for a row key, whatever letters the name has.</summary>
    public static string Hash(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Normalize().ToUpperInvariant())));

    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar && (rune.Value == ' ' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator));
}
