using System.Collections.Frozen;

namespace ArrFunctions.Metadata.Languages;

/// <summary>Judges how well the language of a track answers a wanted one.</summary>
public static class LanguageMatching
{
    private const string LatinAmerica = "419";

    /// <summary>The regions of spa-419 in CLDR's parentLocales; the United States are in it for their Spanish.</summary>
    private static readonly FrozenSet<string> InLatinAmerica =
        "AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Languages without a code of their own in ISO 639-2 (Cantonese) can only be written as their macrolanguage in many
    /// containers: a plain <c>zho</c> therefore answers a wanted <c>yue</c>, but as the last choice, because it mostly is Mandarin.
    /// What does not name one language (<see cref="LanguageTag.NamesOneLanguage"/>) matches nothing, itself included, and
    /// two members of one macrolanguage do not answer for each other.
    /// </summary>
    public static LanguageMatch Match(LanguageTag wanted, LanguageTag offered) =>
        !wanted.NamesOneLanguage || !offered.NamesOneLanguage ? LanguageMatch.None
        : string.Equals(wanted.Language, offered.Language, StringComparison.Ordinal) ? MatchRegions(wanted.Region, offered.Region)
        : Macrolanguages.Has(wanted.Language, offered.Language) ? MatchMember(macrolanguage: wanted, offered.Language)
        : Macrolanguages.Has(offered.Language, wanted.Language) ? MatchMember(macrolanguage: offered, wanted.Language)
        : LanguageMatch.None;

    private static LanguageMatch MatchRegions(string? wanted, string? offered) =>
        string.Equals(wanted, offered, StringComparison.Ordinal) ? LanguageMatch.Exact
        : wanted is null || offered is null ? LanguageMatch.Language
        : Contains(wanted, offered) || Contains(offered, wanted) ? LanguageMatch.NearRegion
        : LanguageMatch.OtherRegion;

    private static LanguageMatch MatchMember(LanguageTag macrolanguage, string member) =>
        string.Equals(Macrolanguages.UsualMember(macrolanguage), member, StringComparison.Ordinal)
            ? LanguageMatch.Macrolanguage
            : LanguageMatch.OtherMember;

    private static bool Contains(string outer, string inner) => outer is LatinAmerica && InLatinAmerica.Contains(inner);
}
