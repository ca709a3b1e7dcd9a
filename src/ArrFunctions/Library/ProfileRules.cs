namespace ArrFunctions.Library;

/// <summary>What the applications make of a file by its profile (<c>UpgradableSpecification</c>, <c>CustomFormatCalculationService</c>).</summary>
internal static class ProfileRules
{
    /// <summary>The sum of the points for the formats; one without points gives none.</summary>
    public static int ScoreOf(ScoreProfile profile, IReadOnlyList<int> formats)
    {
        var sum = 0L;
        foreach (var format in formats)
        {
            sum += profile.Scores.GetValueOrDefault(format);
        }

        return (int)Math.Clamp(sum, int.MinValue, int.MaxValue);
    }

    /// <summary>The place of a quality in the profile, from 0 for the worst; all of a group have one place. -1: it is not in the profile.</summary>
    public static int PlaceOf(ScoreProfile profile, int quality)
    {
        for (var place = 0; place < profile.Qualities.Count; place++)
        {
            if (profile.Qualities[place].Members.Contains(quality))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Whether the quality of a file is below what the profile wants: its cutoff, or the first one it allows where upgrades are off. One that is not in the profile is the worst.</summary>
    public static bool IsQualityCutoffNotMet(ScoreProfile profile, int quality) => Math.Max(0, PlaceOf(profile, quality)) < CutoffPlaceOf(profile);

    private static int CutoffPlaceOf(ScoreProfile profile)
    {
        for (var place = 0; place < profile.Qualities.Count; place++)
        {
            var quality = profile.Qualities[place];
            if (profile.IsUpgradeAllowed ? quality.Id == profile.Cutoff || quality.Members.Contains(profile.Cutoff) : quality.IsAllowed)
            {
                return place;
            }
        }

        return 0;
    }
}
