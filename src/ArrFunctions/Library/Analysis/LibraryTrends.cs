using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Analysis;

/// <summary>How a library moves.</summary>
/// <param name="Days">Calendar days (UTC) on which something changed, the oldest first; at most the last 90.</param>
/// <param name="Weeks">ISO weeks from the first to the present one without a gap; at most the last 53.</param>
/// <param name="Months">Calendar months without a gap; at most the last 36.</param>
/// <param name="Snapshots">The figures of each export, the oldest first.</param>
/// <param name="Velocity">Upgrades less downgrades in a week: median of the last eight whole weeks; null: fewer than two.</param>
/// <param name="Anomalies">What does not look like everyday change.</param>
/// <param name="Forecast">Null: too little history.</param>
/// <param name="Patterns">Sentences.</param>
internal sealed record LibraryTrends(
    IReadOnlyList<DayOfChanges> Days,
    IReadOnlyList<PeriodOfChanges> Weeks,
    IReadOnlyList<PeriodOfChanges> Months,
    IReadOnlyList<LibrarySnapshot> Snapshots,
    double? Velocity,
    IReadOnlyList<TrendAnomaly> Anomalies,
    ScoreForecast? Forecast,
    IReadOnlyList<string> Patterns);
