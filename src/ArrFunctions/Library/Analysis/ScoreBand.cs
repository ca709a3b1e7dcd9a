namespace ArrFunctions.Library.Analysis;

/// <summary>A range of scores.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; inclusive for the last one.</param>
internal sealed record ScoreBand(int From, int To, int Files);
