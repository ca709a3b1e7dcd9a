using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Analysis.Legacy;

namespace ArrFunctions.Tests.Library.Analysis;

/// <summary>By the formulas of the replaced system, reckoned by hand.</summary>
public sealed class LegacyNumbersTests
{
    private static readonly ScoreProfile Hd = Bookcase.Profile(points: [(1, -10), (2, -30), (3, -60)]);

    [Fact]
    public void An_empty_library_has_no_health_and_does_not_stop_it()
    {
        var numbers = Of();

        Assert.Equal((0, 0.0, null), (numbers.Files, numbers.Mean, numbers.Health));
        Assert.All(numbers.Categories, category => Assert.Empty(category.Value));
        Assert.Equal(10, numbers.Categories.Count);
        Assert.Empty(numbers.Candidates);
    }

    /// <summary>Mean 20. -30 is 50 below it: more than 20, no more than 50. -160 is 180 below: 0.7 x 180 is a little less than 126 in binary, and cut. 40 is above it and no candidate.</summary>
    [Fact]
    public void Candidates_are_at_or_below_the_threshold_and_far_below_the_mean() => Assert.Equal(
        [new(new(5), -160, 1, 125, LegacyReasons.BelowMean), new(new(4), -30, 3, null, LegacyReasons.BelowMean)],
        Of(Bookcase.Files(Hd, 150, 100, 40, -30, -160)).Candidates);

    /// <summary>Mean 0: -51 is 51 below it, half of which is 25.5.</summary>
    [Fact]
    public void A_gain_is_cut_to_whole_points() => Assert.Equal([new(new(2), -51, 2, 25, LegacyReasons.BelowMean)], Of(Bookcase.Files(Hd, 51, -51)).Candidates);

    [Fact]
    public void A_threshold_leaves_out_what_is_above_it() => Assert.Equal([-160], LegacyNumbers.Of(Bookcase.Library(Bookcase.Files(Hd, 150, 100, 40, -30, -160)), threshold: -50).Candidates.Select(one => one.Score));

    /// <summary>Each at the mean of 7; the points of single formats were never told, but count by the formulas.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void Points_of_formats_count_only_where_they_are_known(int format, int priority)
    {
        var library = Bookcase.Library(Bookcase.File(1, 7, Hd, [format]));

        Assert.Empty(LegacyNumbers.Of(library).Candidates);
        Assert.Equal([new(new(1), 7, priority, null, LegacyReasons.NegativeFormats)], LegacyNumbers.Of(library, knowsPoints: true).Candidates);
    }

    /// <summary>Mean size 40, of the third 100: more than twice. Mean score -5 + 1/3, so that nothing is 20 below it.</summary>
    [Fact]
    public void Large_files_below_zero_are_candidates() => Assert.Equal(
        [new(new(3), -7, 2, null, LegacyReasons.LargeAndNegative)], Of(Bookcase.File(1, -7, Hd, size: 10), Bookcase.File(2, 0, Hd, size: 10), Bookcase.File(3, -7, Hd, size: 100)).Candidates);

    /// <summary>Parts: 75 + 20 / 2; 3 of 5; 100 - 200 x 2 / 5. Their mean is 55.</summary>
    [Fact]
    public void Health_is_the_mean_of_three_parts() => Assert.Equal(new(55, "F", 85, 60, 20), Of(Bookcase.Files(Hd, 150, 100, 40, -30, -160)).Health);

    [Fact]
    public void A_library_between_1000_and_2000_was_perfect_and_one_half_below_zero_failed()
    {
        Assert.Equal(new(100, "A", 100, 100, 100), Of(Bookcase.Files(Hd, Enumerable.Range(1000, 1001))).Health);
        Assert.Equal("F", Of(Bookcase.Trash(Hd)).Health!.Grade);
    }

    [Fact]
    public void A_profile_has_five_bands() =>
        Assert.Equal([new(1, 5, 20, 1, 1, 1, 1, 1, IsOftenPoor: true, IsBelowMean: false, ProfileRating.Fair)], Of(Bookcase.Files(Hd, 150, 100, 40, -30, -160)).Profiles);

    /// <summary>Means: 1 has 101, 2 has -21, 3 has 60 and 40 on average 50.</summary>
    [Fact]
    public void A_format_is_judged_by_the_mean_score_of_its_files() => Assert.Equal(
        [
            new(1, "Format 1", 1, 101, FormatImpact.High, LegacyFormatAdvice.Promote),
            new(3, "Format 3", 2, 50, FormatImpact.Medium, LegacyFormatAdvice.None),
            new(2, "Format 2", 1, -21, FormatImpact.Negative, LegacyFormatAdvice.Reduce),
        ],
        Of(Bookcase.File(1, 101, Hd, [1]), Bookcase.File(2, -21, Hd, [2]), Bookcase.File(3, 60, Hd, [3]), Bookcase.File(4, 40, Hd, [3])).Formats);

    /// <summary>Mean 20: premium above 75, acceptable from 10, replacement below -50, worth an upgrade below 0; 5 and 0 are in none.</summary>
    [Fact]
    public void Categories_leave_a_gap_below_the_mean()
    {
        var categories = Of(Bookcase.Files(Hd, 150, 100, 40, -30, -160, 5, 0, 55)).Categories;

        Assert.Equal([5], categories[FileCategory.PriorityReplacements].Select(item => item.TitleId));
        Assert.Equal([4], categories[FileCategory.UpgradeWorthy].Select(item => item.TitleId));
        Assert.Equal([1, 2], categories[FileCategory.PremiumQuality].Select(item => item.TitleId));
        Assert.Equal([3, 8], categories[FileCategory.AcceptableQuality].Select(item => item.TitleId));
        Assert.Equal(6, categories.Sum(category => category.Value.Count));
    }

    /// <summary>3840x1600 does not contain "2160"; "No HDR" contains "HDR".</summary>
    [Theory]
    [InlineData("3840x2160", "Remux", FileCategory.HdrCandidates)]
    [InlineData("3840x2160", "No HDR", FileCategory.AcceptableQuality)]
    [InlineData("3840x1600", "Remux", FileCategory.FormatOptimized)]
    [InlineData("1920x1080", "AAC", FileCategory.AudioUpgradeCandidates)]
    [InlineData("1920x1080", "RARBG", FileCategory.LegacyContent)]
    public void Categories_go_by_words(string resolution, string format, FileCategory expected)
    {
        var library = Bookcase.Library(Bookcase.File(1, 70, Hd, [1], resolution: resolution)) with { Formats = new Dictionary<int, ScoredFormat> { [1] = new(1, format) } };

        Assert.Equal([expected], LegacyNumbers.Of(library).Categories.Where(category => category.Value.Count > 0).Select(category => category.Key));
    }

    /// <summary>-10, -10 and 80: the mean is 20, and each episode 30 below it.</summary>
    [Fact]
    public void A_file_counts_once_for_each_of_its_episodes()
    {
        var file = new ScoredFile { Title = new() { Id = 1, Title = "Dark", ProfileId = 1 }, Profile = Hd, Score = -10, Quality = "", EpisodeId = 11, Season = 1, Episode = 1, LastEpisode = 2, EpisodeCount = 2 };

        Assert.Equal((3, 20.0), Of(file, Bookcase.File(2, 80, Hd)) is var numbers ? (numbers.Files, numbers.Mean) : default);
        Assert.Equal([new(1, 11), new(1, 11)], Of(file, Bookcase.File(2, 80, Hd)).Candidates.Select(one => one.Item));
    }

    private static LegacyNumbers Of(params ScoredFile[] files) => LegacyNumbers.Of(Bookcase.Library(files));
}
