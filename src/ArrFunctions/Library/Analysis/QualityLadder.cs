namespace ArrFunctions.Library.Analysis;

/// <summary>How far a quality is below the cutoff of its profile.</summary>
internal static class QualityLadder
{
    /// <summary>What a quality is measured by; where upgrades are off it is the first that is allowed (<c>UpgradableSpecification</c>). Null: the profile does not tell.</summary>
    public static ProfileQuality? CutoffOf(ScoreProfile profile) => profile.IsUpgradeAllowed
        ? profile.Qualities.FirstOrDefault(quality => quality.Id == profile.Cutoff) ?? profile.Qualities.FirstOrDefault(quality => quality.Members.Contains(profile.Cutoff))
        : profile.Qualities.FirstOrDefault(quality => quality.IsAllowed);

    /// <summary>Allowed qualities above that of a file, up to the cutoff; a group is one. At least 1 where the application says that the cutoff is not met.</summary>
    public static int StepsBelow(ScoredFile file)
    {
        if (!file.QualityCutoffNotMet)
        {
            return 0;
        }

        var cutoff = CutoffOf(file.Profile);
        var (steps, isAbove) = (0, false);
        foreach (var quality in file.Profile.Qualities)
        {
            steps += isAbove && (quality.IsAllowed || quality == cutoff) ? 1 : 0;
            isAbove |= quality.Members.Contains(file.QualityId);
            if (quality == cutoff)
            {
                break;
            }
        }

        return Math.Max(steps, 1);
    }
}
