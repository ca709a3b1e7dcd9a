namespace ArrFunctions.Library.Analysis;

/// <summary>What the files of a profile show of the scores that can be had on it.</summary>
/// <remarks>Peers are the files at the cutoff of their quality; where those are few, all of the profile.</remarks>
/// <param name="Files">On the profile.</param>
/// <param name="Reach">A quarter of the peers have this score or more; of few files: the sum of the formats that give points, or the best file.</param>
/// <param name="Median">Score of the files at the cutoff of their quality; null where they are few.</param>
/// <param name="Scale">How far scores usually lie from their median (<see cref="Spread.Scale"/>): the unit in which points on this profile are measured.</param>
/// <param name="AreFew">Too few to say what is usual.</param>
internal sealed record ProfilePeers(int Files, int Reach, int? Median, double Scale, bool AreFew)
{
    /// <summary>Fewer files than this show nothing.</summary>
    public const int Enough = 5;

    /// <param name="files">All on the profile.</param>
    public static ProfilePeers Of(ScoreProfile profile, IReadOnlyCollection<ScoredFile> files)
    {
        var all = Spread.Sorted(files.Select(file => file.Score));
        var met = Spread.Sorted(files.Where(file => !file.QualityCutoffNotMet).Select(file => file.Score));
        var peers = met.Length >= Enough ? met : all;
        return new(
            all.Length,
            peers.Length >= Enough ? Spread.Reached<int>(peers, 0.75) : Math.Max(profile.BestScore, all is [.., var best] ? best : 0),
            met.Length >= Enough ? Spread.Reached<int>(met, 0.5) : null,
            Spread.Scale(all),
            peers.Length < Enough);
    }

    /// <summary>Points that an upgrade could bring: up to the cutoff, as far as peers, the minimum and the file without what costs it points show them to be in reach.</summary>
    /// <param name="penalty">What its formats of negative scores take from it: 0 or less.</param>
    public int GainOf(ScoredFile file, int penalty)
    {
        var profile = file.Profile;
        var reach = Math.Max(Math.Max(Reach, profile.MinScore), (long)file.Score - penalty);
        var gain = Math.Min(reach, Math.Max(profile.EffectiveCutoffScore, profile.MinScore)) - file.Score;
        return gain >= Math.Max(profile.MinUpgrade, 1) ? (int)Math.Min(gain, int.MaxValue) : 0;
    }

    /// <summary>How many times the usual distance between scores a gain is. Among few files, or ones that all score the same, nothing is usual: then it is 1 at most.</summary>
    public double Measure(int gain) => (AreFew, Scale) switch
    {
        _ when gain == 0 => 0,
        (_, 0) => 1,
        (true, _) => Math.Min(gain / Scale, 1),
        _ => gain / Scale,
    };
}
