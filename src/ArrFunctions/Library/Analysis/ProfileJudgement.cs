using System.Globalization;

namespace ArrFunctions.Library.Analysis;

/// <summary>What is wrong with a quality profile, and what to do about it.</summary>
/// <param name="Issue">In a sentence that names the setting as the application does.</param>
/// <param name="Advice">In a sentence.</param>
internal sealed record ProfileJudgement(string Issue, string Advice)
{
    private const string Minimum = "'Minimum Custom Format Score'";
    private const string Cutoff = "'Upgrade Until Custom Format Score'";

    /// <param name="sorted">Scores of the files on the profile, in ascending order.</param>
    /// <param name="below">How many of them are below the minimum.</param>
    public static List<ProfileJudgement> Of(ScoreProfile profile, int[] sorted, int below)
    {
        var (best, good) = sorted.Length > 0 ? (sorted[^1], Spread.Reached<int>(sorted, 0.75)) : (0, 0);
        var hasFormats = profile.Scores.Any(format => format.Value != 0);
        var findings = new List<ProfileJudgement>();
        if (!profile.IsUpgradeAllowed)
        {
            Add($"'Upgrades Allowed' is off: no file is replaced.", $"Switch 'Upgrades Allowed' on, or take the profile from what should get better.");
        }

        if (!hasFormats)
        {
            Add($"No custom format has points: scores decide nothing.", $"Give points to the custom formats that matter.");
        }
        else if (profile is { IsUpgradeAllowed: true, CutoffScore: <= 0 })
        {
            Add($"{Cutoff} is {profile.CutoffScore}: a file with that score or more is never replaced for its score.", $"Set {Cutoff} to the score at which a file is good enough{Such(good)}.");
        }

        if (profile.IsUpgradeAllowed && profile.CutoffScore > profile.BestScore && profile.CutoffScore > 0)
        {
            Add($"{Cutoff} is {profile.CutoffScore}, and all custom formats together give {profile.BestScore}: no file ever reaches it.", $"Leave it if searching should never end, else set {Cutoff} to what good files have{Such(good)}.");
        }
        else if (profile.IsUpgradeAllowed && sorted.Length > 0 && best < profile.CutoffScore)
        {
            Add($"{Cutoff} is {profile.CutoffScore}, and no file reaches it: the best has {best}.", $"Leave it if searching should go on, else set {Cutoff} to what good files have{Such(good)}.");
        }

        if (profile.MinScore > profile.BestScore && profile.MinScore > 0)
        {
            Add($"{Minimum} is {profile.MinScore}, and all custom formats together give {profile.BestScore}: every release is refused.", $"Lower {Minimum}.");
        }
        else if (sorted.Length > 0 && best < profile.MinScore)
        {
            Add($"{Minimum} is {profile.MinScore}, above every file: the best has {best}.", $"Lower {Minimum}, or check that the custom formats match.");
        }
        else if (below * 2 > sorted.Length)
        {
            Add($"{below} of {sorted.Length} files are below {Minimum}, which is {profile.MinScore}: such releases are refused today.", $"Search for replacements, or lower {Minimum}.");
        }

        if (profile.MinScore < 0)
        {
            Add($"{Minimum} is {profile.MinScore}: releases with negative scores are taken.", $"Set {Minimum} to 0, unless such releases are better than none.");
        }

        return findings;

        void Add(FormattableString issue, FormattableString advice) =>
            findings.Add(new(issue.ToString(CultureInfo.InvariantCulture), advice.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Such(int good) => good > 0 ? string.Create(CultureInfo.InvariantCulture, $", such as {good}") : "";
}
