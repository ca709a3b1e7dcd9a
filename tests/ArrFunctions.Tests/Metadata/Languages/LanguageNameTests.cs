using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Metadata.Languages;

public sealed class LanguageNameTests
{
    /// <summary>Sonarr, NzbDrone.Core/Languages/Language.cs, and Radarr 6.0.3, GET /api/v3/language, with their shortest forms.</summary>
    public static TheoryData<string, string> NamesOfSonarrAndRadarr => new()
    {
        { "Afrikaans", "af" }, { "Albanian", "sq" }, { "Arabic", "ar" }, { "Azerbaijani", "az" }, { "Bengali", "bn" },
        { "Bosnian", "bs" }, { "Bulgarian", "bg" }, { "Catalan", "ca" }, { "Chinese", "zh" }, { "Croatian", "hr" },
        { "Czech", "cs" }, { "Danish", "da" }, { "Dutch", "nl" }, { "English", "en" }, { "Estonian", "et" },
        { "Finnish", "fi" }, { "Flemish", "nl-BE" }, { "French", "fr" }, { "Georgian", "ka" }, { "German", "de" },
        { "Greek", "el" }, { "Hebrew", "he" }, { "Hindi", "hi" }, { "Hungarian", "hu" }, { "Icelandic", "is" },
        { "Indonesian", "id" }, { "Italian", "it" }, { "Japanese", "ja" }, { "Kannada", "kn" }, { "Korean", "ko" },
        { "Latvian", "lv" }, { "Lithuanian", "lt" }, { "Macedonian", "mk" }, { "Malay", "ms" }, { "Malayalam", "ml" },
        { "Marathi", "mr" }, { "Mongolian", "mn" }, { "Norwegian", "no" }, { "Persian", "fa" }, { "Polish", "pl" },
        { "Portuguese", "pt" }, { "Portuguese (Brazil)", "pt-BR" }, { "Romanian", "ro" }, { "Romansh", "rm" },
        { "Russian", "ru" }, { "Serbian", "sr" }, { "Slovak", "sk" }, { "Slovenian", "sl" }, { "Spanish", "es" },
        { "Spanish (Latino)", "es-419" }, { "Swedish", "sv" }, { "Tagalog", "tl" }, { "Tamil", "ta" }, { "Telugu", "te" },
        { "Thai", "th" }, { "Turkish", "tr" }, { "Ukrainian", "uk" }, { "Urdu", "ur" }, { "Uzbek", "uz" }, { "Vietnamese", "vi" },
    };

    [Theory]
    [MemberData(nameof(NamesOfSonarrAndRadarr))]
    public void Every_display_name_of_Sonarr_and_Radarr_is_understood_and_displayed_the_same(string name, string shortest)
    {
        Assert.True(LanguageTag.TryParse(name, out LanguageTag tag));
        Assert.Equal(shortest, tag.ToString());
        Assert.Equal(name, tag.EnglishName);
    }

    [Theory]
    [InlineData("Brazilian", "pt-BR")]
    [InlineData("Latino", "es-419")]
    [InlineData("Cantonese", "yue")]
    [InlineData("Mandarin", "cmn")]
    [InlineData("Filipino", "tl")]
    [InlineData("Bokmål", "nb")]
    [InlineData("Bokmal", "nb")]
    [InlineData("Norwegian Bokmål", "nb")]
    [InlineData("Nynorsk", "nn")]
    [InlineData("Farsi", "fa")]
    [InlineData("Kirghiz", "ky")]
    public void Other_common_names_are_understood(string name, string shortest)
    {
        Assert.True(LanguageTag.TryParse(name, out LanguageTag tag));
        Assert.Equal(shortest, tag.ToString());
    }

    [Theory]
    [InlineData("japanese")]
    [InlineData("JAPANESE")]
    [InlineData("  Japanese ")]
    [InlineData("ja")]
    [InlineData("JPN")]
    [InlineData("ja-JP", "JP")]
    public void A_name_a_code_and_a_tag_are_all_answers(string text, string? region = null)
    {
        Assert.True(LanguageTag.TryParse(text, out LanguageTag tag));
        Assert.Equal(("jpn", region), (tag.Language, tag.Region));
    }

    [Theory]
    [InlineData("Any")]
    [InlineData("Original")]
    [InlineData("Unknown")]
    [InlineData("und")]
    [InlineData("zxx")]
    [InlineData("mul")]
    [InlineData("mis")]
    [InlineData("Multiple languages")]
    [InlineData("")]
    [InlineData("englsh")]
    [InlineData("Klingonese")]
    [InlineData("zz")]
    [InlineData("xx")]
    [InlineData("jp")]
    [InlineData("en-usa")]
    [InlineData("English; French")]
    public void What_is_no_answer_is_refused(string text)
    {
        Assert.False(LanguageTag.TryParse(text, out LanguageTag tag));
        Assert.Equal(LanguageTag.Undetermined, tag);
    }

    [Fact]
    public void Three_letters_are_taken_for_a_code_because_a_rare_language_looks_like_a_slip()
    {
        Assert.True(LanguageTag.TryParse("egn", out LanguageTag tag));
        Assert.Equal("egn", tag.Language);
    }

    [Theory]
    [InlineData("fr-BE", "French (BE)")]
    [InlineData("wuu", "wuu")]
    [InlineData("wuu-CN", "wuu (CN)")]
    [InlineData("und", "Unknown")]
    [InlineData("zxx", "No linguistic content")]
    public void A_tag_without_a_name_of_its_own_is_displayed_by_its_parts(string text, string name) =>
        Assert.Equal(name, LanguageTag.Parse(text).EnglishName);
}
