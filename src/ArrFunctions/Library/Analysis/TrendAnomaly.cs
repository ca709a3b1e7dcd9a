namespace ArrFunctions.Library.Analysis;

/// <summary>A day on which more changed than chance explains.</summary>
/// <param name="Files">That changed.</param>
/// <param name="Message">What happened and what may have caused it, in a sentence.</param>
internal sealed record TrendAnomaly(DateOnly Day, int Files, string Message);
