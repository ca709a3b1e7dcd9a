namespace ArrFunctions.Library.Analysis;

/// <summary>A forecast for a day.</summary>
/// <param name="Low">Four of five outcomes lie between this and <paramref name="High"/>.</param>
internal sealed record ForecastPoint(DateOnly Day, double Median, double Low, double High);
