namespace ArrFunctions.Library.Analysis;

/// <summary>A candidate before anything is said of it.</summary>
/// <param name="Penalty">What its formats of negative scores take from it: 0 or less.</param>
/// <param name="Worth">Of an upgrade: what candidates are ranked by.</param>
internal readonly record struct RankedFile(ScoredFile File, int Gain, int Penalty, double Worth, bool IsBlocked, CandidatePriority Priority = CandidatePriority.Low)
{
    /// <summary>What nothing blocks first, then by worth; between equals the gain, what formats cost, and the score decide, and last the place in the library.</summary>
    public static int Order(RankedFile one, RankedFile other) =>
        (one.IsBlocked, -one.Worth, -(long)one.Gain, one.Penalty, one.File.Score, Place(one.File))
            .CompareTo((other.IsBlocked, -other.Worth, -(long)other.Gain, other.Penalty, other.File.Score, Place(other.File)));

    private static (int, int, int, int) Place(ScoredFile file) => (file.Title.Id, file.Season, file.Episode, file.EpisodeId);
}
