using System.Globalization;
using ArrFunctions.Jobs;

namespace ArrFunctions.Library;

/// <summary>Tells whether two states of a profile judge the same files alike.</summary>
internal static class ProfilePrint
{
    public static string Of(ScoreProfile profile, IEnumerable<int> formats) => JobId.Hash(
    [
        Text(profile.Id), profile.IsUpgradeAllowed ? "upgrades" : "", Text(profile.Cutoff), Text(profile.MinScore), Text(profile.CutoffScore), Text(profile.MinUpgrade),
        .. profile.Scores.OrderBy(static score => score.Key).SelectMany(static score => new[] { Text(score.Key), Text(score.Value) }),
        "formats",
        .. formats.Order().Select(Text),
        "qualities",
        .. profile.Qualities.SelectMany(static quality => new[] { Text(quality.Id), quality.IsAllowed ? "allowed" : "", string.Join(' ', quality.Members) }),
    ])[..12];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
