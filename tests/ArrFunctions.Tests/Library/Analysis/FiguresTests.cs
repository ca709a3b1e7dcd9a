using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class FiguresTests
{
    [Fact]
    public void A_library_is_counted()
    {
        var profile = Shelf.Profile(cutoff: 100, minimum: -5);
        var figures = Figures.Of(Shelf.Of(
            Shelf.File(1, profile, 100, size: 10),
            Shelf.File(2, profile, 99, size: 20, media: Shelf.Media with { Resolution = "3840x1600", DynamicRange = "DV HDR10", VideoCodec = "AV1" }),
            Shelf.File(3, profile, 200, size: 30, qualityCutoffNotMet: true),
            Shelf.File(4, profile, 0, size: 40, isUnseen: true, resolution: 480),
            Shelf.File(5, profile, -6, size: 50)));

        Assert.Equal((5, 5, 0, 150L), (figures.Titles, figures.Files, figures.Episodes, figures.Bytes));
        Assert.Equal((3, 1, 1, 1, 1, 1), (figures.Positive, figures.Zero, figures.Negative, figures.AtCutoff, figures.BelowMinimum, figures.WithoutMediaInfo));
        Assert.Equal((-6, 99.0, 200, 78.6), (figures.Scores!.Min, figures.Scores.Median, figures.Scores.Max, figures.Scores.Mean)); // (100 + 99 + 200 + 0 - 6) / 5
        Assert.Equal([("2160p", 1), ("1080p", 3), ("480p", 1)], figures.Resolutions.Select(one => (one.Key, one.Value)));
        Assert.Equal([("SDR", 3), ("DV HDR10", 1), ("unknown", 1)], figures.DynamicRanges.Select(one => (one.Key, one.Value)));
        Assert.Equal([("x265", 3), ("AV1", 1), ("unknown", 1)], figures.VideoCodecs.Select(one => (one.Key, one.Value)));
        Assert.Equal([("Bluray-1080p", 4), ("Bluray-480p", 1)], figures.Qualities.Select(one => (one.Key, one.Value)));
    }

    [Theory]
    [InlineData(0, 0, true, 0, true)]
    [InlineData(0, 0, true, -1, false)]
    [InlineData(10_000, 0, true, 9999, false)]
    [InlineData(10_000, 50, false, 50, true)]
    [InlineData(10_000, 50, false, 49, false)]
    public void The_cutoff_is_what_the_applications_take_for_it(int cutoff, int minimum, bool isUpgradeAllowed, int score, bool isAt) =>
        Assert.Equal(isAt ? 1 : 0, Figures.Of(Shelf.Of(Shelf.File(1, Shelf.Profile(1, cutoff, minimum, isUpgradeAllowed), score))).AtCutoff);

    [Fact]
    public void A_file_of_several_episodes_counts_once_and_its_episodes_each()
    {
        var profile = Shelf.Profile();
        var series = Shelf.Movie(1, profile);

        // A file may hold the first and the fifth, and none between.
        var double1 = new ScoredFile { Title = series, Profile = profile, EpisodeId = 1, Season = 0, Episode = 1, LastEpisode = 5, EpisodeCount = 2, Score = 1, Quality = "DVD" };

        var figures = Figures.Of(Shelf.Of(double1, Shelf.Episode(3, series, profile, season: 1, score: 5)));

        Assert.Equal((1, 2, 3), (figures.Titles, figures.Files, figures.Episodes));
    }

    [Fact]
    public void An_empty_library_has_figures_too()
    {
        var figures = Figures.Of(Shelf.Of());

        Assert.Equal((0, 0L, 0), (figures.Files, figures.Bytes, figures.AtCutoff));
        Assert.Null(figures.Scores);
        Assert.Empty(figures.Histogram);
    }
}
