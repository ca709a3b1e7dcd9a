using System.Collections;

namespace ArrFunctions.Library.Analysis;

/// <summary>The files of a library that their application would replace, or would not take today, ranked.</summary>
/// <remarks>
/// A file is a candidate when its quality or its score is below the cutoff or its score below the minimum of its profile, as the applications decide. What an upgrade is worth is the gain in points
/// (<see cref="ProfilePeers.GainOf"/>), measured by how far scores on its profile usually lie apart, plus one for each quality below the cutoff, three at most. So ranks and priorities are the same
/// whether a format gives 10 points or 10,000. The list makes a candidate, with its sentences, when it is looked at: 100,000 of them at once would not fit.
/// </remarks>
internal sealed class UpgradeCandidates : IReadOnlyList<UpgradeCandidate>
{
    private const int MostSteps = 3;

    private readonly RankedFile[] ranked;
    private readonly Dictionary<int, PeerTraits> traits;
    private readonly bool hasWorkingIndexer;

    private UpgradeCandidates(RankedFile[] ranked, Dictionary<int, PeerTraits> traits, bool hasWorkingIndexer) =>
        (this.ranked, this.traits, this.hasWorkingIndexer) = (ranked, traits, hasWorkingIndexer);

    public int Count => ranked.Length;

    public UpgradeCandidate this[int index] => Told(ranked[index], rank: index + 1);

    /// <param name="hasWorkingIndexer">Whether an indexer that the application searches could find anything.</param>
    public static IReadOnlyList<UpgradeCandidate> Of(ScoredLibrary library, bool hasWorkingIndexer)
    {
        var traits = new Dictionary<int, PeerTraits>();
        var ranked = new List<RankedFile>();
        foreach (var profile in library.Files.GroupBy(file => file.Profile.Id))
        {
            var files = profile.ToList();
            var peers = ProfilePeers.Of(files[0].Profile, files);
            traits[profile.Key] = PeerTraits.Of(library, peers, files);
            ranked.AddRange(Judged([.. files.Where(IsCandidate).Select(file => Measured(file, peers, hasWorkingIndexer))], files.Count));
        }

        ranked.Sort(RankedFile.Order);
        return new UpgradeCandidates([.. ranked], traits, hasWorkingIndexer);
    }

    public IEnumerator<UpgradeCandidate> GetEnumerator()
    {
        for (var index = 0; index < ranked.Length; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private UpgradeCandidate Told(RankedFile one, int rank)
    {
        var (file, peers) = (one.File, traits[one.File.Profile.Id]);
        CandidateBlock[] blocks = [.. BlocksOf(file, hasWorkingIndexer)];
        return new()
        {
            Item = file.Item,
            Name = file.Name,
            Rank = rank,
            Priority = one.Priority,
            Score = file.Score,
            Profile = file.Profile.Name,
            Quality = file.Quality,
            Size = file.Size,
            Reasons = [.. ReasonsOf(file)],
            Gain = one.Gain,
            Peers = peers.Peers.Median,
            Blocks = blocks,
            Reason = CandidateSentences.Reason(file),
            Recommendation = CandidateSentences.Recommendation(one, peers, blocks),
            WorstFormat = peers.WorstFormatOf(file),
        };
    }

    private static bool IsCandidate(ScoredFile file) => file.QualityCutoffNotMet || file.IsBelowMinimum || file.Score < file.Profile.EffectiveCutoffScore;

    private static RankedFile Measured(ScoredFile file, ProfilePeers peers, bool hasWorkingIndexer)
    {
        var penalty = (int)Math.Max(file.Formats.Sum(format => (long)Math.Min(file.Profile.Scores.GetValueOrDefault(format), 0)), int.MinValue);
        var gain = peers.GainOf(file, penalty);
        return new(file, gain, penalty, peers.Measure(gain) + Math.Min(QualityLadder.StepsBelow(file), MostSteps), BlocksOf(file, hasWorkingIndexer).Any());
    }

    /// <summary>Critical are those that stand out: no more than a tenth of the files of their profile are worth as much.</summary>
    private static IEnumerable<RankedFile> Judged(RankedFile[] candidates, int files)
    {
        var worths = Spread.Sorted(candidates.Select(one => one.Worth));
        var most = Math.Max(files / 10, 1);
        var common = worths.Length > most ? worths[^(most + 1)] : double.NegativeInfinity;
        return candidates.Select(one => one with
        {
            Priority = one.Worth switch
            {
                >= 2.5 when one.Worth > common => CandidatePriority.Critical,
                >= 2 => CandidatePriority.High,
                >= 1 => CandidatePriority.Medium,
                _ when one.File.IsBelowMinimum => CandidatePriority.Medium,
                _ => CandidatePriority.Low,
            },
        });
    }

    private static IEnumerable<CandidateReason> ReasonsOf(ScoredFile file)
    {
        if (file.QualityCutoffNotMet)
        {
            yield return CandidateReason.Quality;
        }

        if (file.Profile.IsUpgradeAllowed && file.Score < file.Profile.CutoffScore)
        {
            yield return CandidateReason.Score;
        }

        if (file.IsBelowMinimum)
        {
            yield return CandidateReason.Minimum;
        }
    }

    private static IEnumerable<CandidateBlock> BlocksOf(ScoredFile file, bool hasWorkingIndexer)
    {
        if (!file.Profile.IsUpgradeAllowed)
        {
            yield return CandidateBlock.UpgradesOff;
        }

        if (!file.IsMonitored)
        {
            yield return CandidateBlock.Unmonitored;
        }

        if (!hasWorkingIndexer)
        {
            yield return CandidateBlock.NoIndexer;
        }
    }
}
