namespace ArrFunctions.Library.Analysis;

/// <summary>A part of a library.</summary>
/// <param name="Median">Of the scores; null without files.</param>
/// <param name="AtCutoff">Files.</param>
internal sealed record PartFigures(string Name, int Titles, int Files, long Bytes, double? Median, int AtCutoff, int Candidates);
