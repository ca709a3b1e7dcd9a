using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class BreakdownTests
{
    private static readonly ScoreProfile Profile = Shelf.Profile(cutoff: 50);

    [Fact]
    public void Genres_years_and_collections_have_the_figures_of_their_files()
    {
        var files = new[]
        {
            Film(1, 10, 1994, "Saga", "Drama", "Crime"), Film(2, 60, 1999, "Saga", "Drama"), Film(3, 80, 2024, "Alone", "Crime", "Crime"), Film(4, 20, null, null, "Drama"),
        };
        var library = Shelf.Of(files);
        var waiting = Shelf.Movie(5, Profile) with { Genres = ["Drama"], Year = 2024, Collection = "Alone too" };
        var breakdown = Breakdown.Of(library with { Titles = [.. library.Titles, waiting] }, [Shelf.Candidate(files[0]), Shelf.Candidate(files[3])]);

        Assert.Equal(
            [new PartFigures("Drama", 4, 3, 300, 20, 1, 2), new PartFigures("Crime", 2, 2, 200, 45, 1, 1)], // Drama: 10, 60, 20; Crime: 10, 80
            breakdown.Genres);
        Assert.Equal([("2024", 2, 1), ("1990s", 2, 2), ("unknown", 1, 1)], breakdown.Years.Select(part => (part.Name, part.Titles, part.Files)));
        Assert.Equal(new PartFigures("Saga", 2, 2, 200, 35, 1, 1), Assert.Single(breakdown.Collections));
        Assert.Empty(breakdown.Series);
    }

    [Fact]
    public void A_series_is_as_complete_as_its_seasons()
    {
        var series = Series(1, new(0, false, 1, 1, 20), new(1, true, 8, 10, 10), new(2, true, 1, 9, 12));
        var breakdown = Breakdown.Of(Shelf.Of(Shelf.Episode(1, series, Profile, 1, 10)), []);

        Assert.Equal((2, 0.5), (breakdown.Series[0].Seasons, breakdown.Series[0].Completion)); // (1 + 8 + 1) / (1 + 10 + 9)
    }

    [Fact]
    public void Seasons_whose_counts_exceed_an_integer_together_are_summed()
    {
        var series = Series(1, new(1, true, int.MaxValue, int.MaxValue, int.MaxValue), new(2, true, int.MaxValue, int.MaxValue, int.MaxValue));

        Assert.Equal(1, Breakdown.Of(Shelf.Of(Shelf.Episode(1, series, Profile, 1, 10)), []).Series[0].Completion);
    }

    [Fact]
    public void A_series_without_a_file_or_an_aired_episode_is_listed()
    {
        var library = Shelf.Of(Shelf.Episode(1, Series(1), Profile, 1, 10));
        var ahead = Breakdown.Of(library with { Titles = [.. library.Titles, Series(2, new LibrarySeason(1, true, 0, 0, 8))] }, []).Series[1];

        Assert.Equal((2, 0, (double?)null, (double?)null, (double?)null), (ahead.Id, ahead.Files, ahead.Median, ahead.Completion, ahead.Consistency));
    }

    [Fact]
    public void Consistency_is_the_share_of_the_most_common_quality_of_each_season()
    {
        // Season 1: 2 of 3, season 2: 1 of 1; (2 + 1) / 4.
        var series = Series(1);
        var judged = Breakdown.Of(
            Shelf.Of(
                Shelf.Episode(1, series, Profile, 1, 1), Shelf.Episode(2, series, Profile, 1, 1), Shelf.Episode(3, series, Profile, 1, 1, "HDTV-720p"), Shelf.Episode(4, series, Profile, 2, 1, "HDTV-720p")),
            []).Series[0];

        Assert.Equal(0.75, judged.Consistency);
    }

    [Theory]
    [InlineData(new[] { 100, 110, 105, -500 }, new[] { 4 })]
    [InlineData(new[] { 100, 110, 105, 95 }, new int[0])]
    [InlineData(new[] { 100, -500 }, new int[0])]
    public void A_season_far_from_the_others_is_uneven(int[] medians, int[] uneven)
    {
        // Other series on the profile have 0 to 200: the middle half is 100 wide, and 50 points are no difference.
        var series = Series(1);
        var others = Enumerable.Range(0, 41).Select(number => Shelf.Episode(100 + number, Series(2), Profile, 1, 5 * number));

        var judged = Breakdown.Of(Shelf.Of([.. medians.Select((score, place) => Shelf.Episode(place + 1, series, Profile, place + 1, score)), .. others]), []);

        Assert.Equal(uneven, judged.Series.Single(one => one.Id == 1).Uneven);
    }

    [Fact]
    public void An_empty_library_has_no_parts()
    {
        var breakdown = Breakdown.Of(Shelf.Of() with { Service = ServarrService.Sonarr }, []);

        Assert.Equal((0, 0, 0, 0), (breakdown.Genres.Count, breakdown.Years.Count, breakdown.Collections.Count, breakdown.Series.Count));
    }

    private static LibraryTitle Series(int id, params LibrarySeason[] seasons) => Shelf.Movie(id, Profile) with { Seasons = seasons };

    private static ScoredFile Film(int id, int score, int? year, string? collection, params string[] genres) => new()
    {
        Title = Shelf.Movie(id, Profile) with { Year = year, Collection = collection, Genres = genres },
        Profile = Profile,
        Score = score,
        Quality = "Bluray-1080p",
        Size = 100,
    };
}
