using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Metadata.Languages;

public sealed class MkvmergeLanguageTests
{
    [Fact]
    public void Every_language_of_mkvmerge_with_a_two_letter_code_is_one_language_under_all_its_codes_and_its_name()
    {
        Assert.SkipUnless(Tools.Has("mkvmerge"), "mkvmerge is not on the PATH, so that its list of languages cannot be compared.");

        string list = Tools.Run("mkvmerge", "--ui-language", "en_US", "--output-charset", "UTF-8", "--list-languages");
        string[][] languages =
        [
            .. list.ReplaceLineEndings("\n").Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(columns => columns is [_, { Length: 3 }, _, { Length: 2 }]),
        ];

        Assert.InRange(languages.Length, 180, 200);
        Assert.All(languages, columns =>
        {
            LanguageTag tag = LanguageTag.Parse(columns[3]);
            Assert.True(tag.NamesOneLanguage);
            Assert.All(columns[1..3].Where(code => code is not ""), code => Assert.Equal(tag, LanguageTag.Parse(code)));

            // "Malay (macrolanguage)", "Greek (modern, 1453-)"
            Assert.True(LanguageTag.TryParse(columns[0].Split(" (")[0], out LanguageTag named));
            Assert.Equal(tag, named);
        });
    }
}
