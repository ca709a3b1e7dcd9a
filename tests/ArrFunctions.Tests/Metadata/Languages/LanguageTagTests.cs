using ArrFunctions.Metadata.Languages;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Metadata.Languages;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("ja", "jpn")]
    [InlineData("JA", "jpn")]
    [InlineData("jpn", "jpn")]
    [InlineData(" Eng ", "eng")]
    [InlineData("cmn", "cmn")]
    [InlineData("wuu", "wuu")]
    [InlineData("sh", "hbs")]
    [InlineData("nb", "nob")]
    public void A_code_is_read_as_its_ISO_639_3_language(string text, string language) => AssertTag(text, language, region: null);

    [Theory]
    [InlineData("alb", "sqi")]
    [InlineData("arm", "hye")]
    [InlineData("baq", "eus")]
    [InlineData("bur", "mya")]
    [InlineData("chi", "zho")]
    [InlineData("cze", "ces")]
    [InlineData("dut", "nld")]
    [InlineData("fre", "fra")]
    [InlineData("geo", "kat")]
    [InlineData("ger", "deu")]
    [InlineData("gre", "ell")]
    [InlineData("ice", "isl")]
    [InlineData("mac", "mkd")]
    [InlineData("mao", "mri")]
    [InlineData("may", "msa")]
    [InlineData("per", "fas")]
    [InlineData("rum", "ron")]
    [InlineData("slo", "slk")]
    [InlineData("tib", "bod")]
    [InlineData("wel", "cym")]
    public void A_bibliographic_code_is_read_as_the_terminologic_one(string bibliographic, string terminologic)
    {
        AssertTag(bibliographic, terminologic, region: null);
        AssertTag(terminologic, terminologic, region: null);
    }

    [Theory]
    [InlineData("pt-BR", "por", "BR")]
    [InlineData("pt_br", "por", "BR")]
    [InlineData("es-419", "spa", "419")]
    [InlineData("zh-Hant-TW", "zho", "TW")]
    [InlineData("sr-Latn", "srp", null)]
    [InlineData("SR_CYRL_RS", "srp", "RS")]
    [InlineData("ca-ES-valencia", "cat", "ES")]
    [InlineData("de-1996", "deu", null)]
    [InlineData("en-US-u-ca-gregory", "eng", "US")]
    [InlineData("en-x-dubbed", "eng", null)]
    public void A_BCP_47_tag_gives_its_language_and_region(string text, string language, string? region) =>
        AssertTag(text, language, region);

    [Theory]
    [InlineData("zh-yue", "yue", null)]
    [InlineData("zh-yue-Hant-HK", "yue", "HK")]
    [InlineData("zh-cmn-Hans-CN", "cmn", "CN")]
    [InlineData("ar-arz", "arz", null)]
    public void An_extended_language_replaces_its_macrolanguage(string text, string language, string? region) =>
        AssertTag(text, language, region);

    [Theory]
    [InlineData("fre-ca", "fra", "CA")]
    [InlineData("eng-us", "eng", "US")]
    [InlineData("eng-uk", "eng", "GB")]
    public void The_older_Matroska_form_adds_an_Internet_country_code(string text, string language, string region) =>
        AssertTag(text, language, region);

    [Theory]
    [InlineData("scr", "hrv")]
    [InlineData("scc", "srp")]
    [InlineData("mol", "ron")]
    [InlineData("mo", "ron")]
    [InlineData("iw", "heb")]
    [InlineData("in", "ind")]
    [InlineData("ji", "yid")]
    [InlineData("jw", "jav")]
    public void A_retired_code_is_read_as_its_successor(string text, string language) => AssertTag(text, language, region: null);

    [Fact]
    public void The_code_cn_is_Cantonese_as_TMDB_writes_it() => AssertTag("cn", "yue", region: null);

    [Fact]
    public void Filipino_and_Tagalog_are_one_language() => Assert.Equal(LanguageTag.Parse("tgl"), LanguageTag.Parse("fil"));

    [Theory]
    [InlineData("vls", "BE")]
    [InlineData("vls-FR", "FR")]
    public void West_Flemish_is_read_as_Dutch_of_Belgium_unless_it_names_a_region(string text, string region) =>
        AssertTag(text, "nld", region);

    [Theory]
    [InlineData("qaa")]
    [InlineData("qtz")]
    public void A_private_code_stands_for_itself(string text) => AssertTag(text, text, region: null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("und")]
    [InlineData("UND-US")]
    [InlineData("root")]
    [InlineData("xx")]
    [InlineData("zz")]
    [InlineData("x-dubbed")]
    [InlineData("english")]
    [InlineData("e")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en-US-GB")]
    [InlineData("en-usa")]
    [InlineData("en-x")]
    [InlineData("e1g")]
    [InlineData("en/US")]
    [InlineData("日本語")]
    [InlineData("eng-waytoolongforasubtag")]
    public void What_names_no_language_is_undetermined(string? text) => Assert.Equal(LanguageTag.Undetermined, LanguageTag.Parse(text));

    [Theory]
    [InlineData("zxx")]
    [InlineData("mul")]
    [InlineData("mis")]
    public void A_track_without_one_nameable_language_is_known_and_so_not_undetermined(string text)
    {
        LanguageTag tag = LanguageTag.Parse(text);

        Assert.False(tag.IsUndetermined);
        Assert.False(tag.NamesOneLanguage);
    }

    [Theory]
    [InlineData("jpn", "ja")]
    [InlineData("por-br", "pt-BR")]
    [InlineData("yue", "yue")]
    [InlineData("spa-419", "es-419")]
    [InlineData("zh-Hant-TW", "zh-TW")]
    [InlineData("fil", "tl")]
    [InlineData("", "und")]
    public void A_tag_is_written_in_its_shortest_form(string text, string shortest) =>
        Assert.Equal(shortest, LanguageTag.Parse(text).ToString());

    [Fact]
    public void Whatever_is_read_is_read_again_from_what_it_is_written_as() =>
        Prop.ForAll(TagLikeText.Or(ArbMap.Default.ArbFor<string>().Generator).ToArbitrary(), text =>
        {
            LanguageTag tag = LanguageTag.Parse(text);
            return LanguageTag.Parse(tag.ToString()) == tag;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Every_code_of_two_or_three_letters_is_read_again_from_what_it_is_written_as()
    {
        string[] letters = [.. Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString())];
        string[] pairs = [.. letters.SelectMany(_ => letters, (first, second) => first + second)];
        string[] codes = [.. pairs, .. pairs.SelectMany(_ => letters, (pair, letter) => pair + letter)];

        Assert.All(codes, code => Assert.Equal(LanguageTag.Parse(code), LanguageTag.Parse(LanguageTag.Parse(code).ToString())));
    }

    private static Gen<string> TagLikeText =>
        from subtags in Gen.Elements("en", "zh", "por", "yue", "sr", "vls", "qaa", "Latn", "BR", "uk", "419", "1996", "valencia", "x", "")
            .NonEmptyListOf()
        from separator in Gen.Elements('-', '_', ' ')
        select string.Join(separator, subtags);

    private static void AssertTag(string text, string language, string? region)
    {
        LanguageTag tag = LanguageTag.Parse(text);
        Assert.Equal((language, region), (tag.Language, tag.Region));
    }
}
