namespace ArrFunctions.Metadata.Languages;

/// <summary>A spoken language with an optional region, whatever notation it was written in.</summary>
public sealed record LanguageTag
{
    public static readonly LanguageTag Undetermined = new("und", region: null);

    private LanguageTag(string language, string? region) => (Language, Region) = (language, region);

    /// <summary>ISO 639-3 code, lower case; <c>und</c> when unknown.</summary>
    public string Language { get; }

    /// <summary>ISO 3166-1 alpha-2 code or UN M.49 number; null when the tag names none.</summary>
    public string? Region { get; }

    public bool IsUndetermined => Language is "und";

    /// <summary>
    /// False for <c>und</c> and for the codes that tell that no single language can be named: <c>zxx</c> (no linguistic
    /// content), <c>mul</c> (several), <c>mis</c> (one without a code). Those three are known, hence not undetermined.
    /// </summary>
    public bool NamesOneLanguage => Language is not ("und" or "zxx" or "mul" or "mis");

    /// <summary>"Japanese", "Portuguese (Brazil)", "French (BE)"; a language without a name in the table shows its code.</summary>
    public string EnglishName => Region is null
        ? Iso639.NameOf(Language) ?? Language
        : Iso639.NameOf($"{Language}-{Region}") ?? $"{Iso639.NameOf(Language) ?? Language} ({Region})";

    /// <summary>
    /// Reads what a container holds: an ISO 639-1, 639-2/B, 639-2/T or 639-3 code, RFC 9559's <c>fre-ca</c> or a BCP-47 tag.
    /// Script, variants and extensions are read over: they do not change what is heard. Empty, malformed, <c>und</c>,
    /// <c>root</c>, wholly private tags (<c>x-…</c>) and unknown two-letter codes are <see cref="Undetermined"/>;
    /// <c>qaa</c> to <c>qtz</c> stand for themselves.
    /// </summary>
    public static LanguageTag Parse(string? text)
    {
        string[] subtags = (text ?? "").Trim().Replace('_', '-').ToLowerInvariant().Split('-');
        if (!subtags.All(IsSubtag) || Iso639.Find(subtags[0]) is not (var language, var region))
        {
            return Undetermined;
        }

        // RFC 5646, 2.1: language, extended language, script, region, variants; then extensions and private use.
        int next = 1;
        string? Take(Predicate<string> kind) => next < subtags.Length && kind(subtags[next]) ? subtags[next++] : null;

        language = Take(subtag => Macrolanguages.Has(language, subtag)) ?? language;
        _ = Take(IsScript);
        region = Take(IsRegion) is { } code ? Canonical(code) : region;
        string[] rest = [.. subtags.Skip(next).SkipWhile(IsVariant)];

        return rest is ([] or [{ Length: 1 }, _, ..]) && language is not "und" ? new(language, region) : Undetermined;
    }

    /// <summary>
    /// Reads what a person or an *arr wrote: what <see cref="Parse"/> reads, or an English name in any case. False for what is
    /// no answer ("Any", "Original", "Unknown", <c>zxx</c>, <c>mul</c>, <c>mis</c>) and for what cannot be a language. A mistyped
    /// three-letter code is accepted, because any three letters may be an ISO 639-3 code.
    /// </summary>
    public static bool TryParse(string text, out LanguageTag tag)
    {
        LanguageTag read = Parse(Iso639.TagOf(text.Trim()) ?? text);
        tag = read.NamesOneLanguage ? read : Undetermined;
        return read.NamesOneLanguage;
    }

    /// <summary>The shortest BCP-47 form: <c>ja</c>, <c>pt-BR</c>, <c>yue</c>, <c>es-419</c>.</summary>
    public override string ToString() => Region is null ? Iso639.ShortestCode(Language) : $"{Iso639.ShortestCode(Language)}-{Region}";

    private static bool IsSubtag(string text) => text.Length is >= 1 and <= 8 && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsScript(string subtag) => subtag.Length == 4 && subtag.All(char.IsAsciiLetter);

    private static bool IsRegion(string subtag) =>
        (subtag.Length == 2 && subtag.All(char.IsAsciiLetter)) || (subtag.Length == 3 && subtag.All(char.IsAsciiDigit));

    private static bool IsVariant(string subtag) => subtag.Length >= 5 || (subtag.Length == 4 && char.IsAsciiDigit(subtag[0]));

    // Matroska's older specifications took country codes from Internet domains, where the United Kingdom is .uk.
    private static string Canonical(string region) => region is "uk" ? "GB" : region.ToUpperInvariant();
}
