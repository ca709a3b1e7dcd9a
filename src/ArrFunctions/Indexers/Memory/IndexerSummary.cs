namespace ArrFunctions.Indexers.Memory;

/// <summary>One line of an overview of indexers.</summary>
/// <param name="Day">Availability of the last 24 hours.</param>
/// <param name="Week">Of the last 7 days.</param>
/// <param name="Month">Of the last 30 days.</param>
/// <param name="Days">Each of the last 30 in UTC, the oldest first; the last one is not over.</param>
internal sealed record IndexerSummary(
    string Instance,
    int Id,
    UptimeStreak Streak,
    DateTimeOffset? LastOk,
    DateTimeOffset? LastFailure,
    FailureClass? LastFailureClass,
    double? Day,
    double? Week,
    double? Month,
    IReadOnlyList<DayUptime> Days);
