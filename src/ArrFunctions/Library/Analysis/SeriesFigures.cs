namespace ArrFunctions.Library.Analysis;

/// <summary>A series.</summary>
/// <param name="Completion">Episodes that have a file as a share of those that have aired, 0 to 1; null: none has aired.</param>
/// <param name="Consistency">Share of the files that have the most common quality of their season, 0 to 1; null without files.</param>
/// <param name="Uneven">Seasons whose median score is far from that of the others.</param>
internal sealed record SeriesFigures(
    int Id, string Title, int Seasons, int Files, long Bytes, double? Median, double? Completion, double? Consistency, IReadOnlyList<int> Uneven, int Candidates);
