using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Tests.Library.Analysis;

public sealed class HealthTests
{
    private static readonly ScoredFile Good = Shelf.File(1, Shelf.Profile(cutoff: 100), 100);

    [Fact]
    public void An_empty_library_is_neither_well_nor_ill()
    {
        var health = Shelf.Health();

        Assert.Null(health.Score);
        Assert.Null(health.Grade);
        Assert.Empty(health.Parts);
    }

    [Fact]
    public void One_good_file_is_a_healthy_library()
    {
        var health = Shelf.Health(Good);

        Assert.Equal((100.0, "A"), (health.Score, health.Grade));
        Assert.Equal([35.0, 25, 20, 15, 5], health.Parts.Select(part => part.Points));
        Assert.Empty(health.Warnings);
    }

    [Fact]
    public void The_score_is_the_sum_of_its_parts()
    {
        // 4 files: 3 taken (26.25, rounded to the even 26.2), 3 at the quality cutoff (18.75, 18.8), 2 with enough points (10), 3 looked into (11.25, 11.2), 1 at both cutoffs (1.25, 1.2).
        var profile = Shelf.Profile(cutoff: 100, points: 100);
        var health = Shelf.Health(
            Good, Shelf.File(2, profile, 100, qualityCutoffNotMet: true), Shelf.File(3, profile, -50), Shelf.File(4, profile, 0, isUnseen: true));

        Assert.Equal([26.2, 18.8, 10, 11.2, 1.2], health.Parts.Select(part => part.Points));
        Assert.Equal((67.4, "D"), (health.Score, health.Grade));
    }

    [Fact]
    public void A_library_whose_mean_is_minus_4000_and_half_of_which_is_positive_is_judged_by_its_shares()
    {
        // 50 files at -10,000 and 50 at 80, 160 ... 4000: the mean is (-500,000 + 102,000) / 100 = -3980. The best quarter of those taken begins at 80 + 0.75 x 3920 = 3020, and half of it,
        // 1510, is reached by 1520 ... 4000, which are 32 files. 0.5 x 35 + 25 + 0.32 x 20 + 15 = 63.9.
        var profile = Shelf.Profile(points: [1700, 2500, -10_000]);
        var health = Shelf.Health([.. Enumerable.Range(1, 50).Select(id => Shelf.File(id, profile, 80 * id)), .. Enumerable.Range(51, 50).Select(id => Shelf.File(id, profile, -10_000))]);

        Assert.Equal(0.5, health.Parts[0].Share);
        Assert.Equal(0.32, health.Parts[2].Share);
        Assert.Equal((63.9, "D"), (health.Score, health.Grade));
    }

    [Fact]
    public void A_cutoff_that_no_release_reaches_costs_its_own_part_only()
    {
        // From 1000 to 2000 under a cutoff of 10,000: the best quarter begins at 1750, and 875 is good enough.
        var health = Shelf.Health([.. Enumerable.Range(0, 101).Select(id => Shelf.File(id, Shelf.Profile(points: 20_000), 1000 + (10 * id)))]);

        Assert.Equal((95.0, "A"), (health.Score, health.Grade));
        Assert.Equal("No file reaches the score cutoff of the profile 'Profile 1' (10,000); the highest score is 2,000.", Assert.Single(health.Warnings));
        Assert.Contains("begins at 1,750", Assert.Single(health.Recommendations), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_only_takes_points_away_is_met_by_zero() =>
        Assert.Equal(95, Shelf.Health(Shelf.File(1, Shelf.Profile(points: -100), 0)).Score);

    [Fact]
    public void A_profile_that_asks_for_points_is_not_met_by_none() =>
        Assert.Equal(75, Shelf.Health(Shelf.File(1, Shelf.Profile(points: 100), 0), Shelf.File(2, Shelf.Profile(points: 100), 0)).Score);

    [Fact]
    public void A_library_that_its_profile_would_refuse_is_ill() =>
        Assert.Equal((40.0, "F"), Shelf.Health(Shelf.File(1, Shelf.Profile(), -10_000), Shelf.File(2, Shelf.Profile(), -10_000)) is var health ? (health.Score, health.Grade) : default);

    [Fact]
    public void What_is_the_matter_is_told_in_sentences()
    {
        var profile = Shelf.Profile(cutoff: 100, points: 100);
        var library = Shelf.Of(Good, Shelf.File(2, profile, -50), Shelf.File(3, profile, 0, isUnseen: true));
        var health = HealthReport.Of(library, Figures.Of(library),
        [
            Shelf.Candidate(library.Files[1], CandidatePriority.Critical, new(7, "x265", -50), CandidateBlock.UpgradesOff, CandidateBlock.Unmonitored),
            Shelf.Candidate(library.Files[2], CandidatePriority.Low),
        ]);

        Assert.Equal(["All files are at the quality cutoff of their profile."], health.Achievements);
        Assert.Equal(
            [
                "1 file (33 %) is negative or below the minimum of their profile.",
                "1 upgrade candidate is critical.",
                "1 file (33 %) has no media info: what is in them is not known.",
                "1 of 2 upgrade candidates will not be replaced as things stand: of 1 the profile allows no upgrades, 1 is not monitored.",
            ],
            health.Warnings);
        Assert.Equal(
            [
                "Search first for the files that are negative or below the minimum of their profile.",
                "The custom format 'x265' costs 1 upgrade candidate more points than any other: look whether it says what you mean.",
                "Let Radarr analyse video files (Settings, Media Management), and refresh what has no media info.",
            ],
            health.Recommendations);
    }

    [Fact]
    public void Every_library_has_a_score_from_0_to_100_of_shares_from_0_to_1()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var health = Shelf.Health(Shelf.Any(seed).Files);

            Assert.InRange(health.Score!.Value, 0, 100);
            Assert.All(health.Parts, part => Assert.InRange(part.Share, 0, 1));
            Assert.All(health.Parts, part => Assert.InRange(part.Points, 0, part.Weight));
            Assert.Equal(100, health.Parts.Sum(part => part.Weight));
            Assert.Equal(health.Score.Value, health.Parts.Sum(part => part.Points), 1);
        }
    }

    [Fact]
    public void The_scale_of_the_points_changes_nothing()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            Assert.Equal(Shelf.Health(Shelf.Any(seed).Files).Parts, Shelf.Health(Shelf.Any(seed, times: 10).Files).Parts);
        }
    }
}
