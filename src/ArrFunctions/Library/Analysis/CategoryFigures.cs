namespace ArrFunctions.Library.Analysis;

/// <summary>The files of one category.</summary>
/// <param name="Criteria">What puts a file into it, in a sentence.</param>
/// <param name="Median">Of the scores; null without files.</param>
internal sealed record CategoryFigures(FileCategory Category, string Criteria, int Files, long Bytes, double? Median, IReadOnlyList<ItemKey> Items);
