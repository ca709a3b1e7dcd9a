namespace ArrFunctions.Library.Analysis;

/// <summary>A quality profile and the files under it.</summary>
/// <param name="Scores">Null without files.</param>
/// <param name="AtCutoff">Files at both cutoffs.</param>
/// <param name="Issues">Sentences.</param>
/// <param name="Advice">Sentences.</param>
internal sealed record ProfileFigures(
    int Id,
    string Name,
    bool IsUpgradeAllowed,
    int MinScore,
    int CutoffScore,
    int Files,
    long Bytes,
    ScoreSpread? Scores,
    int AtCutoff,
    int BelowMinimum,
    int Negative,
    IReadOnlyList<ScoreBand> Histogram,
    ProfileRating Rating,
    IReadOnlyList<string> Issues,
    IReadOnlyList<string> Advice);
