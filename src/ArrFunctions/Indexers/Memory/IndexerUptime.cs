namespace ArrFunctions.Indexers.Memory;

/// <summary>How an indexer did.</summary>
/// <param name="LastOk">When it last answered.</param>
/// <param name="LastFailure">With its reason as long as the observation is kept.</param>
/// <param name="RecentFailures">The last ten that are kept, the newest first.</param>
/// <param name="Days">The last 90 in UTC, the oldest first; the last one is not over.</param>
internal sealed record IndexerUptime(
    string Instance,
    int Id,
    UptimeStreak Streak,
    DateTimeOffset? LastOk,
    SeenFailure? LastFailure,
    IReadOnlyList<SeenFailure> RecentFailures,
    IReadOnlyList<UptimeWindow> Windows,
    IReadOnlyList<DayUptime> Days);

/// <summary>How it stands, and how long that has been so.</summary>
/// <param name="Since">Null when nothing was ever seen.</param>
/// <param name="Strikes">Failures in a row; those within ten minutes of the last one that counted are the same.</param>
internal sealed record UptimeStreak(IndexerCondition State, DateTimeOffset? Since, int Strikes)
{
    public static UptimeStreak Of(UptimeState state, DateTimeOffset now)
    {
        var (condition, since) = state.At(now);
        return new(condition, since, state.Strikes);
    }
}

/// <param name="Source">Null when the observation is no longer kept.</param>
internal sealed record SeenFailure(DateTimeOffset Time, ObservationSource? Source, FailureClass? Class, int? ResponseMilliseconds, string? Reason)
{
    public static SeenFailure Of(Observation seen) => new(seen.Time, seen.Source, seen.Class, seen.ResponseMilliseconds, seen.Reason);
}

/// <param name="Availability">0 to 1; null when nothing is known of it.</param>
internal sealed record DayUptime(DateOnly Day, double? Availability);
