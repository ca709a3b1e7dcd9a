using ArrFunctions.Library;

namespace ArrFunctions.Tests.Library;

/// <summary>What the applications make of a file, at the ends of what can be.</summary>
public sealed class ProfileRulesTests
{
    private static readonly ScoreProfile Profile = new()
    {
        Id = 1,
        Name = "HD",
        IsUpgradeAllowed = true,
        Cutoff = 3,
        Scores = new Dictionary<int, int> { [1] = int.MaxValue, [2] = 2_000_000_000, [3] = int.MinValue },
        Qualities = [new(3, "WEBDL-1080p", IsAllowed: true, [3]), new(7, "Bluray-1080p", IsAllowed: true, [7])],
    };

    [Theory]
    [InlineData(int.MaxValue, 1, 2)]
    [InlineData(-1, 1, 3)]
    [InlineData(int.MinValue, 3, 3)]
    [InlineData(0, 9)]
    public void Points_without_end_make_the_highest_or_lowest_score(int expected, params int[] formats) => Assert.Equal(expected, ProfileRules.ScoreOf(Profile, formats));

    [Theory]
    [InlineData(3, 0, false)]
    [InlineData(7, 0, true)]
    [InlineData(7, 3, true)]
    [InlineData(7, 7, false)]
    public void A_quality_that_is_not_in_the_profile_is_the_worst(int cutoff, int quality, bool expected) =>
        Assert.Equal(expected, ProfileRules.IsQualityCutoffNotMet(Profile with { Cutoff = cutoff }, quality));
}
