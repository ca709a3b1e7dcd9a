using System.Globalization;

namespace ArrFunctions.Library.Analysis;

/// <summary>What is said of a candidate.</summary>
internal static class CandidateSentences
{
    public static string Reason(ScoredFile file)
    {
        var profile = file.Profile;
        List<string> limits = [];
        if (file.IsBelowMinimum)
        {
            limits.Add(Text($"the minimum {profile.MinScore}"));
        }

        if (profile.IsUpgradeAllowed && file.Score < profile.CutoffScore)
        {
            limits.Add(Text($"the cutoff {profile.CutoffScore}"));
        }

        var quality = file.QualityCutoffNotMet ? QualityLadder.CutoffOf(profile) is { } cutoff ? $"quality {file.Quality} is below the cutoff {cutoff.Name}" : $"quality {file.Quality} is below the cutoff" : null;
        var score = limits.Count > 0 ? Text($"score {file.Score} is below {string.Join(" and ", limits)}") : null;
        return $"Its {string.Join(", its ", new[] { quality, score }.OfType<string>())}.";
    }

    /// <summary>One or two sentences: what stands in its way, then what to look for.</summary>
    public static string Recommendation(RankedFile candidate, PeerTraits peers, IReadOnlyList<CandidateBlock> blocks)
    {
        var sentences = new List<string>();
        if (blocks.Count > 0)
        {
            sentences.Add($"First {string.Join(" and ", blocks.Select(block => Remedy(block, candidate.File)))}.");
        }

        sentences.AddRange(Wishes(candidate, peers).DefaultIfEmpty(candidate.File.QualityCutoffNotMet
            ? "Search for a release of a better quality."
            : "Wait for better releases: its peers score no higher."));
        return string.Join(' ', sentences.Take(2));
    }

    private static string Remedy(CandidateBlock block, ScoredFile file) => block switch
    {
        CandidateBlock.UpgradesOff => $"switch on 'Upgrades Allowed' in the profile '{file.Profile.Name}'",
        CandidateBlock.Unmonitored => "monitor it",
        _ => "get an indexer to work",
    };

    private static IEnumerable<string> Wishes(RankedFile candidate, PeerTraits peers)
    {
        var (file, gain) = (candidate.File, candidate.Gain);
        if (peers.WorstFormatOf(file) is { } worst)
        {
            yield return Text($"Avoid releases that match '{worst.Name}' ({worst.Score}).");
        }

        if (peers.LacksHdr(file))
        {
            yield return peers.HdrShare >= 0.5
                ? Text($"Look for a release with HDR, as {Percent(peers.HdrShare)} % of the 2160p files on the profile have it.")
                : "Look for a release with HDR, which the profile gives points for.";
        }

        if (peers.ExcessOf(file) is { } excess)
        {
            yield return Text($"Look for a smaller release: it takes {excess:0.0} times the bytes per minute of its peers and scores no more.");
        }

        if (gain > 0 && peers.MissingIn(file) is var (format, share))
        {
            yield return Text($"Look for a release that matches '{format.Name}' ({format.Score}), as {Percent(share)} % of its peers do.");
        }

        if (gain > 0)
        {
            yield return Text($"Search for a release with a score of {(long)file.Score + gain}.");
        }
    }

    private static int Percent(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
