namespace ArrFunctions.Library.Analysis;

/// <summary>Where the median score goes if nothing changes but what always changes.</summary>
/// <param name="Error">Mean absolute error of the same forecast made from earlier snapshots about later ones; null: too few to try.</param>
/// <param name="Trials">Snapshots that were forecast for that.</param>
internal sealed record ScoreForecast(IReadOnlyList<ForecastPoint> Points, double? Error, int Trials);
