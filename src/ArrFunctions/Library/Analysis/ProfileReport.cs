namespace ArrFunctions.Library.Analysis;

/// <summary>The quality profiles of a library, the one with the most files first.</summary>
/// <remarks>
/// A file is sound when its quality is at the cutoff and its score neither below the minimum nor negative. A profile is poor when less than half of its files are sound, fair below three quarters,
/// else good; excellent when nine of ten are and half of all files are at both cutoffs, which is not asked where the formats cannot add up to the cutoff.
/// </remarks>
internal static class ProfileReport
{
    public static IReadOnlyList<ProfileFigures> Of(ScoredLibrary library)
    {
        var files = library.Files.ToLookup(file => file.Profile.Id);
        return
        [
            .. library.Profiles.Values.Select(profile => FiguresOf(profile, [.. files[profile.Id]]))
                .OrderByDescending(profile => profile.Files).ThenBy(profile => profile.Name, StringComparer.Ordinal).ThenBy(profile => profile.Id),
        ];
    }

    private static ProfileFigures FiguresOf(ScoreProfile profile, ScoredFile[] files)
    {
        var scores = Spread.Sorted(files.Select(file => file.Score));
        var (atCutoff, below) = (files.Count(file => file.IsAtCutoff), files.Count(file => file.IsBelowMinimum));
        var judged = ProfileJudgement.Of(profile, scores, below);
        return new(
            profile.Id,
            profile.Name,
            profile.IsUpgradeAllowed,
            profile.MinScore,
            profile.CutoffScore,
            files.Length,
            files.Sum(file => file.Size),
            Spread.OfSorted(scores),
            atCutoff,
            below,
            scores.Count(score => score < 0),
            ScoreBands.OfSorted(scores),
            RatingOf(profile, files, atCutoff),
            [.. judged.Select(finding => finding.Issue)],
            [.. judged.Select(finding => finding.Advice)]);
    }

    private static ProfileRating RatingOf(ScoreProfile profile, ScoredFile[] files, int atCutoff)
    {
        var sound = (double)files.Count(file => file is { QualityCutoffNotMet: false, IsBelowMinimum: false, Score: >= 0 }) / Math.Max(files.Length, 1);
        return sound switch
        {
            _ when files.Length == 0 => ProfileRating.Unused,
            < 0.5 => ProfileRating.Poor,
            < 0.75 => ProfileRating.Fair,
            >= 0.9 when atCutoff * 2 >= files.Length || profile.BestScore < profile.EffectiveCutoffScore => ProfileRating.Excellent,
            _ => ProfileRating.Good,
        };
    }
}
