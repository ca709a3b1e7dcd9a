using ArrFunctions.Library;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class CandidateSentencesTests
{
    private static readonly ScoreProfile HdrProfile = Bookcase.Profile(points: [(1, 500), (2, 10)]);

    [Theory]
    [InlineData(Bookcase.Bluray1080, 5, "Its score 5 is below the cutoff 10000.")]
    [InlineData(Bookcase.Bluray1080, -5, "Its score -5 is below the minimum 0 and the cutoff 10000.")]
    [InlineData(Bookcase.Hdtv720, 10_000, "Its quality HDTV-720p is below the cutoff Bluray-1080p.")]
    [InlineData(Bookcase.Hdtv720, 5, "Its quality HDTV-720p is below the cutoff Bluray-1080p, its score 5 is below the cutoff 10000.")]
    public void A_reason_names_what_is_below_what(int quality, int score, string expected) => Assert.Equal(expected, CandidateSentences.Reason(Bookcase.File(1, score, Bookcase.Profile(), quality: quality)));

    [Fact]
    public void The_format_that_costs_most_by_the_points_of_the_profile_is_to_be_avoided() =>
        Assert.Equal("Avoid releases that match 'Format 1' (-10000). Search for a release with a score of 0.", Of(Bookcase.File(1, -10_007, Bookcase.Profile(points: [(1, -10_000), (2, -7)]), [1, 2])));

    [Fact]
    public void What_most_peers_match_is_worth_looking_for()
    {
        var profile = Bookcase.Profile(points: [(1, 500), (2, 100)]);

        Assert.Equal(
            "Look for a release that matches 'Format 1' (500), as 83 % of its peers do. Search for a release with a score of 600.",
            Of([Bookcase.File(1, 100, profile, [2]), .. Enumerable.Range(2, 5).Select(id => Bookcase.File(id, 600, profile, [1, 2]))]));
    }

    [Fact]
    public void What_stands_in_the_way_is_said_first() => Assert.Equal(
        "First switch on 'Upgrades Allowed' in the profile 'HD' and monitor it. Search for a release of a better quality.",
        Of(Bookcase.File(1, 0, Bookcase.Profile(upgrades: false), isMonitored: false, quality: 99)));

    [Fact]
    public void Where_peers_score_no_higher_there_is_nothing_to_search_for() => Assert.Equal("Wait for better releases: its peers score no higher.", Of(Bookcase.Files(Bookcase.Profile(), 1, 1, 1, 1, 1)));

    /// <summary>Four of six have HDR, one of them Dolby Vision.</summary>
    [Theory]
    [InlineData("3840x1600", null, true)]
    [InlineData("3840x1600", "", true)]
    [InlineData("3840x1600", "HLG", false)]
    [InlineData("1920x1080", null, false)]
    public void Hdr_is_wanted_where_peers_have_it(string resolution, string? range, bool expected)
    {
        string?[] ranges = ["HDR10", "DV", "DV HDR10", "HDR10Plus", null];
        var advice = Of([Bookcase.File(1, 0, HdrProfile, resolution: resolution, range: range), .. ranges.Select((one, place) => Bookcase.File(place + 2, 500, HdrProfile, resolution: "3840x2160", range: one))]);

        Assert.Equal(expected, advice.Contains("release with HDR, as 67 % of the 2160p files", StringComparison.Ordinal));
    }

    /// <summary>5 of 20 have HDR: format 1 is matched by them alone, format 2 by others too, whatever they are called.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Hdr_is_wanted_where_a_format_gives_points_for_it(int format, bool expected)
    {
        var files = Enumerable.Range(2, 20).Select(id => Bookcase.File(id, 500, HdrProfile, id < 7 || format == 2 ? [format] : [], resolution: "3840x2160", range: id < 7 ? "HDR10" : null));

        Assert.Equal(expected, Of([Bookcase.File(1, 0, HdrProfile, resolution: "3840x2160"), .. files]).Contains("HDR, which the profile gives points for", StringComparison.Ordinal));
    }

    /// <summary>Peers take 10 bytes a minute, this one 100; the limit is 20.</summary>
    [Theory]
    [InlineData(0, 10_000, true)]
    [InlineData(0, 2000, false)]
    [InlineData(600, 10_000, false)]
    public void A_file_far_larger_than_its_peers_is_worth_a_smaller_one_unless_it_scores_more(int score, int size, bool expected) => Assert.Equal(
        expected,
        Of([Bookcase.File(1, score, Bookcase.Profile(), size: size), .. Enumerable.Range(2, 6).Select(id => Bookcase.File(id, 500, Bookcase.Profile(), size: 1000))])
            .Contains("Look for a smaller release: it takes 10.0 times", StringComparison.Ordinal));

    /// <summary>What is said of movie 1.</summary>
    private static string Of(params ScoredFile[] files) => UpgradeCandidates.Of(Bookcase.Library(files), hasWorkingIndexer: true).Single(one => one.Item.TitleId == 1).Recommendation;
}
