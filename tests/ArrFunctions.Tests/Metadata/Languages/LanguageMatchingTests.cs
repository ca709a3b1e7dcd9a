using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Metadata.Languages;

public sealed class LanguageMatchingTests
{
    private static readonly string[] Tags =
    [
        "en", "en-GB", "en-US", "pt", "pt-BR", "pt-PT", "es", "es-419", "es-MX", "es-US", "es-ES", "zh", "zh-TW", "zh-HK", "cmn", "cmn-TW",
        "yue", "nan", "no", "nb", "nn", "sh", "hr", "sr", "ms", "id", "zsm", "ar", "arb", "arz", "und", "zxx", "mul", "mis", "qaa",
    ];

    [Theory]
    [InlineData("ja", "jpn")]
    [InlineData("de", "ger")]
    [InlineData("pt-BR", "por-br")]
    [InlineData("es-419", "es-419")]
    [InlineData("zh-TW", "zh-Hant-TW")]
    [InlineData("qaa", "qaa")]
    public void The_same_language_and_region_match_exactly(string wanted, string offered) =>
        AssertMatch(LanguageMatch.Exact, wanted, offered);

    [Theory]
    [InlineData("en", "ja")]
    [InlineData("nb", "nn")]
    [InlineData("hr", "sr")]
    [InlineData("cmn", "yue")]
    [InlineData("zh", "ja")]
    [InlineData("zh", "arb")]
    public void Different_languages_and_siblings_do_not_match(string wanted, string offered) =>
        AssertMatch(LanguageMatch.None, wanted, offered);

    [Theory]
    [InlineData("und")]
    [InlineData("zxx")]
    [InlineData("mul")]
    [InlineData("mis")]
    public void What_names_no_single_language_matches_nothing_not_even_itself(string text) =>
        Assert.All(Tags, other =>
        {
            AssertMatch(LanguageMatch.None, text, other);
            AssertMatch(LanguageMatch.None, other, text);
        });

    [Theory]
    [InlineData("pt", "pt-BR", LanguageMatch.Language)]
    [InlineData("pt-BR", "pt", LanguageMatch.Language)]
    [InlineData("pt-BR", "pt-PT", LanguageMatch.OtherRegion)]
    [InlineData("es-419", "es-MX", LanguageMatch.NearRegion)]
    [InlineData("es-MX", "es-419", LanguageMatch.NearRegion)]
    [InlineData("es-419", "es-ES", LanguageMatch.OtherRegion)]
    [InlineData("es-MX", "es-AR", LanguageMatch.OtherRegion)]
    [InlineData("Flemish", "vls", LanguageMatch.Exact)]
    public void The_region_tells_how_well_the_same_language_matches(string wanted, string offered, LanguageMatch match)
    {
        Assert.True(LanguageTag.TryParse(wanted, out LanguageTag tag));
        Assert.Equal(match, LanguageMatching.Match(tag, LanguageTag.Parse(offered)));
    }

    [Theory]
    [InlineData("pt-BR", "pt-BR pt pt-PT")]
    [InlineData("es-419", "es-419 es-MX es es-ES")]
    [InlineData("es-MX", "es-MX es-419 es es-ES")]
    [InlineData("zh-TW", "zh-TW zh zh-CN cmn-TW yue")]
    [InlineData("zh", "zh zh-TW cmn yue")]
    [InlineData("no", "no nb nn")]
    public void Offers_rank_from_the_best_answer_to_the_worst(string wanted, string bestFirst)
    {
        LanguageMatch Judge(string offer) => LanguageMatching.Match(LanguageTag.Parse(wanted), LanguageTag.Parse(offer));
        string[] offers = bestFirst.Split(' ');

        Assert.Equal(bestFirst, string.Join(' ', offers.AsEnumerable().Reverse().OrderBy(Judge)));
        Assert.Equal(offers.Length, offers.Select(Judge).Distinct().Count());
    }

    [Theory]
    [InlineData("nor", "nob", "nno")]
    [InlineData("zho", "cmn", "yue", "nan", "hak", "wuu")]
    [InlineData("hbs", "hrv", "srp", "bos", "cnr")]
    [InlineData("ara", "arb", "arz", "apc")]
    [InlineData("msa", "zsm", "ind")]
    [InlineData("fas", "pes", "prs")]
    [InlineData("est", "ekk", "vro")]
    [InlineData("lav", "lvs", "ltg")]
    [InlineData("swa", "swh", "swc")]
    [InlineData("sqi", "als", "aln")]
    public void A_macrolanguage_prefers_its_usual_member_to_the_others(string macrolanguage, string usual, params string[] others)
    {
        AssertMatch(LanguageMatch.Macrolanguage, macrolanguage, usual);
        AssertMatch(LanguageMatch.Macrolanguage, usual, macrolanguage);
        Assert.All(others, other => AssertMatch(LanguageMatch.OtherMember, macrolanguage, other));
    }

    [Fact]
    public void Plain_Chinese_answers_a_wish_for_Cantonese_as_the_last_choice() => AssertMatch(LanguageMatch.OtherMember, "yue", "chi");

    [Theory]
    [InlineData("yue", "zh-HK", LanguageMatch.Macrolanguage)]
    [InlineData("yue", "zh-MO", LanguageMatch.Macrolanguage)]
    [InlineData("cmn", "zh-HK", LanguageMatch.OtherMember)]
    [InlineData("cmn", "zh-TW", LanguageMatch.Macrolanguage)]
    public void Chinese_of_Hong_Kong_and_Macao_is_taken_for_Cantonese(string wanted, string offered, LanguageMatch match) =>
        AssertMatch(match, wanted, offered);

    [Fact]
    public void A_match_is_the_same_in_both_directions() =>
        Assert.All(Tags.SelectMany(_ => Tags, (wanted, offered) => (wanted, offered)), pair =>
            Assert.Equal(
                LanguageMatching.Match(LanguageTag.Parse(pair.wanted), LanguageTag.Parse(pair.offered)),
                LanguageMatching.Match(LanguageTag.Parse(pair.offered), LanguageTag.Parse(pair.wanted))));

    private static void AssertMatch(LanguageMatch expected, string wanted, string offered) =>
        Assert.Equal(expected, LanguageMatching.Match(LanguageTag.Parse(wanted), LanguageTag.Parse(offered)));
}
