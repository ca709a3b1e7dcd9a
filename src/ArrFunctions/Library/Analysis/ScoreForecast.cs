namespace ArrFunctions.Library.Analysis;

/// <summary>Where the median score goes if nothing changes but what always changes.</summary>
/// <param name="Error">Mean absolute error of the same forecast made in each week of the past about the four weeks after it; null: too few to try.</param>
/// <param name="Trials">Forecasts that were compared for that.</param>
internal sealed record ScoreForecast(IReadOnlyList<ForecastPoint> Points, double? Error, int Trials);
