using System.Text;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>A title without what file names lose or change: case, accents, signs and blanks.</summary>
internal static class ComparableTitle
{
    /// <summary>Letters and digits alone: <c>Amélie &amp; Co.</c> is <c>amelieandco</c>.</summary>
    public static string Of(string title) => string.Concat(title
        .Replace("&", "and", StringComparison.Ordinal)
        .Normalize(NormalizationForm.FormKD)
        .Where(char.IsLetterOrDigit)
        .Select(char.ToLowerInvariant));

    /// <summary>Whether both are one title; titles without a letter or digit are none.</summary>
    public static bool AreEqual(string left, string right) => Of(left) is { Length: > 0 } comparable && comparable == Of(right);
}
