namespace ArrFunctions.Library.Analysis;

/// <summary>The same figures for parts of a library, the largest part first.</summary>
/// <param name="Genres">A title with several genres is in each of them.</param>
/// <param name="Years">By decade below 2000, by year from then on; the newest first.</param>
/// <param name="Collections">Movies: collections with two of them or more.</param>
/// <param name="Series">Series: each with how complete it is and how even its seasons are.</param>
internal sealed record LibraryBreakdown(
    IReadOnlyList<PartFigures> Genres, IReadOnlyList<PartFigures> Years, IReadOnlyList<PartFigures> Collections, IReadOnlyList<SeriesFigures> Series);
