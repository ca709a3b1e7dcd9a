using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Reads a name without the mark of an episode.</summary>
internal static partial class ReleaseNameFilm
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <returns>A film where a year or the quality ends the title; of unknown kind where the name is a title alone; null where it is none.</returns>
    public static ReleaseName? Read(string name)
    {
        name = Ordinal.Replace(name, "");
        var leading = LeadingYear.Match(name);
        name = name[leading.Length..];
        var quality = Quality(name);
        if (Year(name, quality) is { } year)
        {
            var text = name[..Math.Min(year.Index, quality)];
            return Film(ReleaseNameWords.EditionAtEnd.Replace(text, ""), ReleaseNameTitle.Number(year.Groups["year"]));
        }

        var title = name[..quality];
        title = quality < name.Length ? ReleaseNameWords.Weak.Replace(title, "") : WeakEnd.Replace(title, "");
        return Film(title, leading.Success ? ReleaseNameTitle.Number(leading.Groups["year"]) : null) is not { } film ? null
            : film.Year is not null ? film
            : !ReleaseNameWords.Strong.Replace(title, "").Any(char.IsLetterOrDigit) || Nameless.IsMatch(name) ? null
            : title.Length < name.Length ? film
            : film with { Kind = MediaKind.Unknown };
    }

    private static ReleaseName? Film(string text, int? year) =>
        ReleaseNameTitle.Tidy(text) is { Length: > 0 } title ? new() { Kind = MediaKind.Movie, Title = title, Year = year } : null;

    private static int Quality(string name) =>
        ReleaseNameWords.Strong.Matches(name).FirstOrDefault(word => name.AsSpan(0, word.Index).ContainsAnyExcept(" .-[(")) is { } end ? end.Index : name.Length;

    /// <summary>One in brackets is meant; of the others the last one is, because the earlier ones belong to the title.</summary>
    private static Match? Year(string name, int quality)
    {
        var years = ReleaseNameMarks.Year.Matches(name)
            .Where(year => ReleaseNameTitle.IsYear(ReleaseNameTitle.Number(year.Groups["year"])))
            .Where(year => name[..year.Index].Any(char.IsLetterOrDigit))
            .ToList();
        years = years.Count > 1 ? years.FindAll(year => !Again.IsMatch(name, year.Index + 4)) : years;
        return years.Find(year => year.Groups["open"].Success)
            ?? years.FindLast(year => year.Index < quality)
            ?? years.Find(year => year.Index > quality);
    }

    /// <summary>A collection's order: <c>01 - Film (2001)</c>.</summary>
    [GeneratedRegex(@"^0[0-9]{1,2}( - |\. )(?=.*\p{L})", Options, 1000)]
    private static partial Regex Ordinal { get; }

    [GeneratedRegex(@"^\s*[(\[](?<year>(18|19|20)[0-9]{2})[)\]][ .-]*", Options, 1000)]
    private static partial Regex LeadingYear { get; }

    /// <summary>The year of a later cut.</summary>
    [GeneratedRegex(@"\G[ .)\]-]+(4k[ .])?(re-?master|restor|re-?release|reissue|edition|anniversary)", Options, 1000)]
    private static partial Regex Again { get; }

    /// <summary>Without any other sign two words in a row end a title: <c>Film.German.DL-GROUP</c>.</summary>
    [GeneratedRegex(
        @"[ .](german|french|italian|spanish|multi|nordic|hindi)[ .](dl|ml|dubbed|subbed|proper|repack|internal|web|complete)[ .-].*$"
        + "|[ .](german|french|multi)[ .](dl|ml)$", Options, 1000)]
    private static partial Regex WeakEnd { get; }

    /// <summary>Made by a machine: a hash, an id, a disc's file, a number.</summary>
    [GeneratedRegex(
        @"^([0-9a-f]{12,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-z]*[0-9])[a-z0-9]{20,}|[0-9]{5,}|vts [0-9 ]+|video ts|title[ .]?t?[0-9]+|t[0-9]{2}"
        + @"|movie|video|film|sample|trailer|main|feature|index|file|untitled|cd ?[0-9]|dis[ck] ?[0-9]|part ?[0-9])$", Options, 1000)]
    private static partial Regex Nameless { get; }
}
