using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class UpgradeCandidatesTests
{
    /// <summary>As <c>UpgradableSpecification</c> decides.</summary>
    [Theory]
    [InlineData(true, Bookcase.Bluray1080, 99, 100, 0, "Score")]
    [InlineData(true, Bookcase.Bluray1080, 100, 100, 0, "")]
    [InlineData(true, Bookcase.Bluray1080, 0, 0, 0, "")]
    [InlineData(true, Bookcase.Hdtv720, 100, 100, 0, "Quality")]
    [InlineData(true, Bookcase.Hdtv720, -1, 100, 0, "Quality, Score, Minimum")]
    [InlineData(true, Bookcase.Bluray1080, 5, 0, 10, "Minimum")]
    [InlineData(false, Bookcase.Bluray1080, 5, 100, 0, "")]
    [InlineData(false, Bookcase.Bluray1080, -5, 100, 0, "Minimum")]
    [InlineData(false, Bookcase.Hdtv720, 5, 100, 0, "Quality")]
    public void A_file_is_a_candidate_as_the_applications_decide(bool upgrades, int quality, int score, int cutoff, int minimum, string expected) => Assert.Equal(
        expected, string.Join(", ", Of(Bookcase.File(1, score, Bookcase.Profile(cutoff: cutoff, minimum: minimum, upgrades: upgrades), quality: quality)).SelectMany(one => one.Reasons)));

    [Fact]
    public void An_empty_library_has_none() => Assert.Empty(Of());

    /// <summary>The fourth of five peers (a quarter has it or more) has 400: 10,000 is out of reach for all alike.</summary>
    [Fact]
    public void A_gain_goes_as_far_as_an_upper_quarter_of_the_peers()
    {
        var candidates = Of(Bookcase.Files(Bookcase.Profile(cutoff: 10_000), 400, 100, 500, 300, 200));

        Assert.Equal([300, 200, 100, 0, 0], candidates.Select(one => one.Gain));
        Assert.Equal([100, 200, 300, 400, 500], candidates.Select(one => one.Score));
        Assert.All(candidates, one => Assert.Equal(300, one.Peers));
    }

    [Fact]
    public void A_gain_ends_at_the_cutoff() => Assert.Equal([150, 50], Of(Bookcase.Files(Bookcase.Profile(cutoff: 250), 400, 100, 500, 300, 200)).Select(one => one.Gain));

    [Fact]
    public void A_gain_below_the_increment_of_the_profile_is_none() =>
        Assert.Equal([300, 0, 0, 0, 0], Of(Bookcase.Files(Bookcase.Profile(minUpgrade: 201), 400, 100, 500, 300, 200)).Select(one => one.Gain));

    [Fact]
    public void With_upgrades_off_a_gain_ends_at_the_minimum() =>
        Assert.Equal([50], Of(Bookcase.Files(Bookcase.Profile(minimum: 150, upgrades: false), 400, 100, 500, 300, 200)).Select(one => one.Gain));

    /// <summary>Five files at the cutoff of their quality reach 200; the five above that score are not, and no peers of theirs.</summary>
    [Fact]
    public void Files_below_the_cutoff_of_their_quality_are_no_peers()
    {
        var profile = Bookcase.Profile();
        var candidates = Of([
            .. Enumerable.Range(1, 5).Select(id => Bookcase.File(id, 900, profile, quality: Bookcase.WebDl1080)), .. Enumerable.Range(6, 4).Select(id => Bookcase.File(id, 200, profile)), Bookcase.File(10, 50, profile)]);

        Assert.Equal(150, candidates.Single(one => one.Item.TitleId == 10).Gain);
        Assert.All(candidates, one => Assert.Equal(200, one.Peers));
    }

    /// <summary>300 without the format that costs 1,000 is more than the 200 of its peers.</summary>
    [Fact]
    public void Without_what_costs_it_points_a_file_could_have_more_than_its_peers()
    {
        var profile = Bookcase.Profile(points: [(1, -1000), (2, -50), (3, 1300)]);
        var worst = Of([.. Bookcase.Files(profile, 200, 200, 200, 200, 200), Bookcase.File(9, -700, profile, [1, 2, 3])])[0];

        Assert.Equal((9, 1050), (worst.Item.TitleId, worst.Gain));
        Assert.Equal(new(1, "Format 1", -1000), worst.WorstFormat);
    }

    /// <summary>Its formats add up to 700 at most; nothing is known of peers.</summary>
    [Fact]
    public void A_single_file_is_measured_by_what_its_formats_can_give()
    {
        var candidate = Assert.Single(Of(Bookcase.File(1, 100, Bookcase.Profile(points: [(1, 400), (2, 300), (3, -5000)]))));

        Assert.Equal((600, null, CandidatePriority.Medium), (candidate.Gain, candidate.Peers, candidate.Priority));
    }

    [Fact]
    public void On_a_profile_without_formats_files_of_low_quality_alone_are_worth_an_upgrade()
    {
        var profile = Bookcase.Profile();
        var candidates = Of([.. Bookcase.Files(profile, Enumerable.Repeat(0, 20)), Bookcase.File(99, 0, profile, quality: Bookcase.Hdtv720)]);

        Assert.Equal((99, CandidatePriority.High), (candidates[0].Item.TitleId, candidates[0].Priority));
        Assert.All(candidates.Skip(1), one => Assert.Equal((0, CandidatePriority.Low), (one.Gain, one.Priority)));
    }

    [Theory]
    [InlineData(Bookcase.Hdtv720, true, 2)]
    [InlineData(2, true, 2)]
    [InlineData(Bookcase.WebRip1080, true, 1)]
    [InlineData(Bookcase.WebDl1080, true, 1)]
    [InlineData(99, true, 1)]
    [InlineData(Bookcase.Bluray1080, true, 0)]
    [InlineData(99, false, 1)]
    public void Steps_below_the_cutoff_are_allowed_qualities_and_groups(int quality, bool upgrades, int expected) =>
        Assert.Equal(expected, QualityLadder.StepsBelow(Bookcase.File(1, 0, Bookcase.Profile(upgrades: upgrades), quality: quality)));

    /// <summary>Median 500, usual distance 100: 300 points are worth 3, 100 points as much as the quality of file 9; of equal worth, the larger gain goes first.</summary>
    [Fact]
    public void A_quality_counts_as_much_as_the_usual_distance_between_scores()
    {
        var profile = Bookcase.Profile(cutoff: 500);
        var candidates = Of([.. Bookcase.Files(profile, 500, 500, 600, 600, 400, 400), Bookcase.File(8, 200, profile), Bookcase.File(9, 500, profile, quality: Bookcase.WebDl1080)]);

        Assert.Equal([8, 5, 6, 9], candidates.Select(one => one.Item.TitleId));
        Assert.Equal([CandidatePriority.Critical, .. Enumerable.Repeat(CandidatePriority.Medium, 3)], candidates.Select(one => one.Priority));
    }

    [Fact]
    public void Blocked_ones_stay_in_the_list_behind_all_others()
    {
        var (on, off) = (Bookcase.Profile(), Bookcase.Profile(2, upgrades: false, minimum: 1000, name: "Off"));
        var candidates = Of([Bookcase.File(1, -9000, on, isMonitored: false), .. Bookcase.Files(on, 5, 4, 3, 2, 1).Skip(1), Bookcase.File(6, -9000, off)]);

        Assert.Equal([0, 0, 0, 0, 1, 1], candidates.Select(one => one.Blocks.Count));
        Assert.Equal([[CandidateBlock.Unmonitored], [CandidateBlock.UpgradesOff]], candidates.OrderBy(one => one.Item.TitleId).Where(one => one.Blocks.Count > 0).Select(one => one.Blocks));
        Assert.All(UpgradeCandidates.Of(Bookcase.Library(Bookcase.Files(on, 1, 2)), hasWorkingIndexer: false), one => Assert.Equal([CandidateBlock.NoIndexer], one.Blocks));
    }

    /// <summary>Median -4,251, usual distance about 5,750: worth of -10,998 is about 2.1, of 500 about 0.1.</summary>
    [Fact]
    public void Where_half_of_the_files_are_far_below_zero_they_are_high_and_few_are_critical()
    {
        var candidates = Of(Bookcase.Trash(Bookcase.Profile()));

        Assert.Equal(1000, candidates.Count);
        Assert.InRange(candidates.Count(one => one.Priority == CandidatePriority.Critical), 0, 100);
        Assert.All(candidates.Take(500), one => Assert.True(one is { Score: < 0, Priority: <= CandidatePriority.Medium }));
        Assert.All(candidates.Skip(500), one => Assert.Equal(CandidatePriority.Low, one.Priority));
    }

    /// <summary>Median 1,500, usual distance 250, reach 1,750: 2.5 at 1,125 and below, which a tenth (100 of 1,001) bounds at 1,099; 2 at 1,250, 1 at 1,500.</summary>
    [Fact]
    public void Between_1000_and_2000_the_lowest_are_critical()
    {
        var candidates = Of(Bookcase.Files(Bookcase.Profile(), Enumerable.Range(1000, 1001)));

        Assert.Equal([100, 151, 250, 500], Enum.GetValues<CandidatePriority>().Select(priority => candidates.Count(one => one.Priority == priority)));
        Assert.Equal(Enumerable.Range(1000, 1001), candidates.Select(one => one.Score));
    }

    [Fact]
    public void Equal_ones_are_critical_together_or_not_at_all() =>
        Assert.Equal(30, Of(Bookcase.Files(Bookcase.Profile(), [.. Enumerable.Repeat(-9000, 30), .. Enumerable.Range(0, 70)])).Count(one => one.Priority == CandidatePriority.High));

    private static IReadOnlyList<UpgradeCandidate> Of(params ScoredFile[] files) => UpgradeCandidates.Of(Bookcase.Library(files), hasWorkingIndexer: true);
}
