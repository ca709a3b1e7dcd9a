using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Takes away what stands around the title and is no part of it: sites, groups, ids, editions in braces.</summary>
internal static partial class ReleaseNamePrefix
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <returns>The name without it, and whether a group stood first in brackets, as anime releases have it.</returns>
    public static (string Name, bool HasGroup) Strip(string name)
    {
        name = Site.Replace(Identifier.Replace(name, " "), "");
        var rest = Group.Replace(name, "");
        if (rest.Length == name.Length || LeadingYear.IsMatch(name))
        {
            return (name, false);
        }

        // [REC] is a film, not a group: what is left has to be a name.
        return !HasLetter(Bracketed.Replace(rest, "")) && FirstBracket.Match(rest) is { Success: true } only && HasLetter(only.Groups["text"].Value)
            && !ReleaseNameWords.Strong.IsMatch(only.Groups["text"].Value)
            ? ($"{only.Groups["text"].Value} {rest[only.Length..]}", true)
            : NoTitle.IsMatch(rest) ? (name, false)
            : (rest, true);
    }

    private static bool HasLetter(string text) => text.Any(char.IsLetter);

    [GeneratedRegex(
        @"[\[({]\s*((imdb|tmdb|tvdb|anidb|anilist|mal|tvmaze|trakt)(id)?\s*[-=:]|edition-|tt[0-9]{6,9}\s*[\])}])[^\])}]*[\])}]?", Options, 1000)]
    private static partial Regex Identifier { get; }

    [GeneratedRegex(
        @"^\s*([\[({]\s*(www[. ])?[a-z0-9.-]+\.(com|org|net|info|to|cc|tv|me|ws|se|in|is|eu|ru|mx|re|li|lol|site|xyz|pro|club|de|fr|it|es|nz|am|ag)\s*[\])}]"
        + @"|www\.[a-z0-9-]+\.[a-z]{2,6}|[a-z0-9-]+\.(com|org|net)(?=\s+-\s))[\s.-]*", Options, 1000)]
    private static partial Regex Site { get; }

    [GeneratedRegex(@"^(\s*\[[^\]]*\][\s.-]*(?=[^\s\[])|\s*\[[^\]]*\](?=\s*\[))", Options, 1000)]
    private static partial Regex Group { get; }

    [GeneratedRegex(@"^\s*\[(18|19|20)[0-9]{2}\]", Options, 1000)]
    private static partial Regex LeadingYear { get; }

    [GeneratedRegex(@"\[[^\]]*\]|\([^)]*\)", Options, 1000)]
    private static partial Regex Bracketed { get; }

    [GeneratedRegex(@"^\s*\[(?<text>[^\]]*)\]", Options, 1000)]
    private static partial Regex FirstBracket { get; }

    [GeneratedRegex(@"^[^\p{L}0-9]*(\(?(18|19|20)[0-9]{2}\)?([ .]+[0-9]{3,4}p|[ .]*$)|$)", Options, 1000)]
    private static partial Regex NoTitle { get; }
}
