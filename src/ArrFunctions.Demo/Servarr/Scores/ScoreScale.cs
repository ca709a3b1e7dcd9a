namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>How large the points of a sample library are.</summary>
public enum ScoreScale
{
    /// <summary>From -100 to +100 for a format; most files are above nothing.</summary>
    Ordinary,

    /// <summary>As the TRaSH guides count: from -10000 to +6000 for a format, the cutoff at 10000. Half of the files are above nothing, the mean is about -4000.</summary>
    Trash,
}
