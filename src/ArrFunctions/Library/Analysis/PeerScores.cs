namespace ArrFunctions.Library.Analysis;

/// <summary>The scores of the files under one profile, and what they show to be within reach.</summary>
/// <param name="Enough">A score that is good enough under this profile; see <see cref="EnoughOf"/>.</param>
internal sealed record PeerScores(ScoreProfile Profile, int Files, ScoreSpread Scores, double Enough)
{
    /// <summary>The profile asks for a score that no file has, though upgrades are allowed.</summary>
    public bool IsCutoffOutOfReach => Profile.IsUpgradeAllowed && Profile.CutoffScore > Math.Max(0, Scores.Max);

    /// <returns>By profile id; profiles without files are left out.</returns>
    public static IReadOnlyDictionary<int, PeerScores> Of(IReadOnlyList<ScoredFile> files)
    {
        var scores = new Dictionary<int, List<int>>();
        var profiles = new Dictionary<int, ScoreProfile>();
        foreach (var file in files)
        {
            if (profiles.TryAdd(file.Profile.Id, file.Profile))
            {
                scores[file.Profile.Id] = [];
            }

            scores[file.Profile.Id].Add(file.Score);
        }

        return profiles.ToDictionary(profile => profile.Key, profile => Of(profile.Value, Spread.Sorted(scores[profile.Key])));
    }

    private static PeerScores Of(ScoreProfile profile, int[] sorted) =>
        new(profile, sorted.Length, Spread.OfSorted(sorted)!, EnoughOf(profile, sorted));

    /// <summary>
    /// The score cutoff, as far as the points of the profile can reach it at all; and as many cutoffs are set where no release comes (10,000), half of what the best quarter of the files reaches is
    /// enough too. Files that the profile would not take today are no measure of what can be had.
    /// </summary>
    private static double EnoughOf(ScoreProfile profile, int[] sorted)
    {
        var all = profile.Scores.Values.Where(points => points > 0).Sum(points => (long)points);
        var cutoff = Math.Min(profile.EffectiveCutoffScore, Math.Max(all, sorted[^1]));
        var taken = sorted.AsSpan(FirstFrom(sorted, Math.Max(0, profile.MinScore)));
        if (cutoff <= 0 || taken.IsEmpty)
        {
            return cutoff;
        }

        // Not 0: a profile that asks for points is not met by none.
        var reached = Math.Max(1, Spread.Quantile<int>(taken, 0.75) / 2);
        return Math.Min(cutoff, Math.Max(reached, profile.MinScore));
    }

    private static int FirstFrom(int[] sorted, int score)
    {
        var place = Array.FindIndex(sorted, one => one >= score);
        return place < 0 ? sorted.Length : place;
    }
}
