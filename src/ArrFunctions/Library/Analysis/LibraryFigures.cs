namespace ArrFunctions.Library.Analysis;

/// <summary>The library in numbers.</summary>
/// <param name="Titles">Movies or series, also those without a file.</param>
/// <param name="Episodes">Episodes that the files hold; 0 for movies.</param>
/// <param name="Scores">Null for an empty library.</param>
/// <param name="AtCutoff">Files that nothing could replace: quality and score are at their cutoffs.</param>
/// <param name="BelowMinimum">Files that their profile would not take today.</param>
/// <param name="Histogram">Neighbouring ranges over all scores, at most 40; the outermost hold what lies beyond.</param>
/// <param name="Resolutions">Files by 2160p, 1080p, 720p, 576p, 480p, other, unknown.</param>
/// <param name="DynamicRanges">Files by SDR, HDR10, DV and so on, unknown where nobody looked.</param>
internal sealed record LibraryFigures(
    int Titles,
    int Files,
    int Episodes,
    long Bytes,
    ScoreSpread? Scores,
    int Positive,
    int Zero,
    int Negative,
    int AtCutoff,
    int BelowMinimum,
    int WithoutMediaInfo,
    IReadOnlyList<ScoreBand> Histogram,
    IReadOnlyDictionary<string, int> Qualities,
    IReadOnlyDictionary<string, int> Resolutions,
    IReadOnlyDictionary<string, int> VideoCodecs,
    IReadOnlyDictionary<string, int> DynamicRanges);
