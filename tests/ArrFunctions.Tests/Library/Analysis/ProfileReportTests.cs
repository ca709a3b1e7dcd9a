using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class ProfileReportTests
{
    private static readonly (int, int)[] Points = [(1, 4000), (2, 600), (3, -10_000)];

    [Fact]
    public void Figures_are_those_of_its_files()
    {
        var profile = Bookcase.Profile(cutoff: 300, minimum: 50, points: Points);
        var one = Of([
            Bookcase.File(1, 300, profile, size: 10), Bookcase.File(2, 400, profile, size: 20, quality: Bookcase.WebDl1080), Bookcase.File(3, 100, profile), Bookcase.File(4, 0, profile), Bookcase.File(5, -200, profile)]);

        Assert.Equal((5, 30L, 1, 2, 1), (one.Files, one.Bytes, one.AtCutoff, one.BelowMinimum, one.Negative));
        Assert.Equal(new(-200, 0, 100, 300, 400, 120, 200), one.Scores);
        Assert.Equal(5, one.Histogram.Sum(band => band.Files));
        Assert.Empty(one.Issues);
    }

    [Fact]
    public void A_profile_without_files_is_unused()
    {
        var library = Bookcase.Library(Bookcase.Files(Bookcase.Profile(2, name: "Used"), 1)) with { Profiles = new[] { Bookcase.Profile(), Bookcase.Profile(2, name: "Used") }.ToDictionary(one => one.Id) };
        var report = ProfileReport.Of(library);

        Assert.Equal(["Used", "HD"], report.Select(one => one.Name));
        Assert.Equal((ProfileRating.Unused, null, 0), (report[1].Rating, report[1].Scores, report[1].Histogram.Count));
        Assert.Empty(ProfileReport.Of(Bookcase.Library()));
    }

    [Theory]
    [InlineData(true, 0, 0, "'Upgrade Until Custom Format Score' is 0: a file with that score or more is never replaced for its score.")]
    [InlineData(true, 10_000, 0, "'Upgrade Until Custom Format Score' is 10000, and all custom formats together give 4600: no file ever reaches it.")]
    [InlineData(true, 4000, 0, "'Upgrade Until Custom Format Score' is 4000, and no file reaches it: the best has 600.")]
    [InlineData(false, 10_000, 0, "'Upgrades Allowed' is off: no file is replaced.")]
    [InlineData(true, 600, 5000, "'Minimum Custom Format Score' is 5000, and all custom formats together give 4600: every release is refused.")]
    [InlineData(true, 600, 4000, "'Minimum Custom Format Score' is 4000, above every file: the best has 600.")]
    [InlineData(true, 600, 500, "2 of 3 files are below 'Minimum Custom Format Score', which is 500: such releases are refused today.")]
    [InlineData(true, 600, -1, "'Minimum Custom Format Score' is -1: releases with negative scores are taken.")]
    [InlineData(true, 600, 0, null)]
    public void Issues_name_the_setting(bool upgrades, int cutoff, int minimum, string? expected)
    {
        var one = Of(Bookcase.Files(Bookcase.Profile(cutoff: cutoff, minimum: minimum, upgrades: upgrades, points: Points), 0, 400, 600));

        Assert.Equal(expected is null ? [] : [expected], one.Issues);
        Assert.Equal(one.Issues.Count, one.Advice.Count);
    }

    [Fact]
    public void Advice_names_the_score_that_good_files_have() => Assert.Equal(
        ["Leave it if searching should never end, else set 'Upgrade Until Custom Format Score' to what good files have, such as 600."],
        Of(Bookcase.Files(Bookcase.Profile(points: Points), 0, 400, 600)).Advice);

    [Fact]
    public void A_profile_without_formats_says_that_scores_decide_nothing() =>
        Assert.Equal(["No custom format has points: scores decide nothing."], Of(Bookcase.Files(Bookcase.Profile(cutoff: 0), 0, 0)).Issues);

    /// <summary>Ten files, so many of them sound; the cutoff is within reach, or 10,000 which the formats do not add up to.</summary>
    [Theory]
    [InlineData(4, 500, ProfileRating.Poor)]
    [InlineData(5, 500, ProfileRating.Fair)]
    [InlineData(8, 500, ProfileRating.Good)]
    [InlineData(9, 500, ProfileRating.Excellent)]
    [InlineData(9, 501, ProfileRating.Good)]
    [InlineData(9, 10_000, ProfileRating.Excellent)]
    public void A_rating_follows_from_sound_files(int sound, int cutoff, ProfileRating expected)
    {
        foreach (var scale in (int[])[1, 10])
        {
            var profile = Bookcase.Profile(cutoff: cutoff * scale, points: [.. Points.Select(one => (one.Item1, one.Item2 * scale))]);

            Assert.Equal(expected, Of(Bookcase.Files(profile, [.. Enumerable.Repeat(500 * scale, sound), .. Enumerable.Repeat(-10_000 * scale, 10 - sound)])).Rating);
        }
    }

    [Fact]
    public void Half_of_a_library_below_zero_is_fair_and_one_between_1000_and_2000_is_excellent()
    {
        Assert.Equal(ProfileRating.Fair, Of(Bookcase.Trash(Bookcase.Profile(points: Points))).Rating);
        Assert.Equal(ProfileRating.Excellent, Of(Bookcase.Files(Bookcase.Profile(points: Points), Enumerable.Range(1000, 1001))).Rating);
    }

    private static ProfileFigures Of(ScoredFile[] files) => Assert.Single(ProfileReport.Of(Bookcase.Library(files)));
}
