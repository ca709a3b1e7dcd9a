using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Tmdb;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>Which result of a search is believed.</summary>
public sealed class TitleChoiceTests
{
    [Theory]
    [InlineData("Amélie", "amelie")]
    [InlineData("WALL·E", "Wall-E")]
    [InlineData("Fast & Furious", "fast and furious")]
    [InlineData("Ocean's Eleven", "Oceans Eleven")]
    [InlineData("Spider-Man: Far From Home", "spider man far from home")]
    [InlineData("Alien³", "Alien 3")]
    [InlineData("千と千尋の神隠し", "千と千尋の神隠し")]
    public void Titles_are_equal_whatever_file_names_do_to_them(string left, string right) => Assert.True(ComparableTitle.AreEqual(left, right));

    [Theory]
    [InlineData("Alien", "Aliens")]
    [InlineData("The Office", "The Office US")]
    [InlineData("Se7en", "Seven")]
    [InlineData("???", "!!!")]
    [InlineData("", "")]
    public void Titles_that_differ_in_letters_are_not_equal(string left, string right) => Assert.False(ComparableTitle.AreEqual(left, right));

    [Fact]
    public void The_first_result_is_not_believed_blindly() =>
        Assert.Equal(2, Choose("Parasite", 2019, Title(1, "Parasite Eve", 2019), Title(2, "Parasite", 2019)));

    [Fact]
    public void The_original_title_does_as_well() => Assert.Equal(1, Choose("Gisaengchung", 2019, Title(1, "Parasite", 2019) with { OriginalTitle = "Gisaengchung" }));

    [Theory]
    [InlineData(2018, 1)]
    [InlineData(2019, 1)]
    [InlineData(2020, 1)]
    [InlineData(2017, null)]
    [InlineData(2021, null)]
    public void The_year_may_be_one_off(int year, int? chosen) => Assert.Equal(chosen, Choose("Parasite", year, Title(1, "Parasite", 2019)));

    [Fact]
    public void The_very_year_comes_before_a_year_off() =>
        Assert.Equal(2, Choose("Parasite", 2019, Title(1, "Parasite", 2020), Title(2, "Parasite", 2019)));

    [Fact]
    public void A_result_without_a_year_is_no_film_of_a_year() => Assert.Null(Choose("Parasite", 2019, Title(1, "Parasite", year: null)));

    [Fact]
    public void Without_a_year_several_of_one_title_have_to_agree()
    {
        Assert.Equal(1, Choose("Dune", year: null, Title(1, "Dune", 2021), Title(2, "Dune", 1984)));
        Assert.Null(Choose("Dune", year: null, Title(1, "Dune", 2021), Title(2, "Dune", 1984, "fr")));
    }

    [Fact]
    public void Two_films_of_one_title_and_year_in_two_languages_are_no_answer()
    {
        Assert.Null(Choose("Beast", 2022, Title(1, "Beast", 2022), Title(2, "Beast", 2022, "fr")));
        Assert.Equal(1, Choose("Beast", 2022, Title(1, "Beast", 2022), Title(2, "Beast", 2023, "fr")));
    }

    private static int? Choose(string title, int? year, params TmdbTitle[] found) =>
        TitleChoice.Of(found, title, year) is { IsAmbiguous: false } chosen ? chosen.Title?.Id : null;

    private static TmdbTitle Title(int id, string title, int? year, string language = "en") =>
        new() { Kind = MediaKind.Movie, Id = id, Title = title, OriginalTitle = title, Year = year, OriginalLanguage = language };
}
